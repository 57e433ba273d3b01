import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R69',
  title: 'Writes the shorter log first and the snapshot after it',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `    this.disk.write('snapshot', snapshot)
    this.persistLog()
`,
      replace: `    this.persistLog()
    this.disk.write('snapshot', snapshot)
    this.disk.sync()
`,
    },
  ],
}
