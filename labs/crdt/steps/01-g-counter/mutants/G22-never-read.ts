import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G22',
  title: 'The state is kept and never read',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    if (kept !== undefined) this.state = kept
`,
      replace: `    if (kept === undefined) this.note('nothing kept')
`,
    },
  ],
}
