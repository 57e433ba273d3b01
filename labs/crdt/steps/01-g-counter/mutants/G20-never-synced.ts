import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G20',
  title: 'The state is written and never synced',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    this.disk.sync()
`,
      replace: ``,
    },
  ],
}
