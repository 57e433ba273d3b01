import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H06',
  title: 'Keeps its state in memory only',
  breaks: 'no-value-lost',
  patch: [
    {
      find: `    this.disk.write('state', state)
    this.disk.sync()
`,
      replace: '',
    },
  ],
}
