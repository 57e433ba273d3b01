import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R67',
  title: 'Takes the snapshot at the end of the log, applied or not',
  breaks: 'indexes-in-order',
  patch: [
    {
      find: `    const index = this.lastApplied
    if (index === this.snapshotIndex) return
`,
      replace: `    const index = this.lastIndex
`,
    },
  ],
}
