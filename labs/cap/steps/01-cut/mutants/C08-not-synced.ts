import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C08',
  title: 'Writes the order down and does not sync it',
  breaks: 'cut-is-complete',
  patch: [
    {
      find: `    this.disk.sync()
`,
      replace: '',
    },
  ],
}
