import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N03',
  title: 'Takes over a snapshot and says so before it is on disk',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `        this.restore(snapshot, { base: this.snapshotIndex, entries: this.log })
        this.persistSnapshot(snapshot)
`,
      replace: `        this.restore(snapshot, { base: this.snapshotIndex, entries: this.log })
`,
    },
  ],
}
