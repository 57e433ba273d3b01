import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y14',
  title: 'The state is written and never synced',
  breaks: 'additions-stay',
  patch: [
    {
      find: `    this.disk.sync()
`,
      replace: ``,
    },
  ],
}
