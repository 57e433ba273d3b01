import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N07',
  title: 'Keeps what follows a snapshot in its log without a look at the terms',
  breaks: 'log-matching',
  patch: [
    {
      find: '    this.log = agrees ? entries.slice(index - base) : []',
      replace: '    this.log = entries.slice(index - base)',
    },
    {
      find: `    const agrees = index === base || entries[index - base - 1]?.term === term
`,
      replace: '',
    },
    {
      find: `    const { index, term } = snapshot
    this.log`,
      replace: `    const { index, term } = snapshot
    this.log`,
    },
  ],
}
