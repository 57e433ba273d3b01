import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S08',
  title: 'Writes to the disk and never syncs',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `    this.disk.sync()
`,
      replace: ``,
    },
  ],
}
