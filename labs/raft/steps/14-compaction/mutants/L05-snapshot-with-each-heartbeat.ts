import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L05',
  title: 'Sends the snapshot again with each heartbeat and each request',
  breaks: 'snapshots-sent-sparingly',
  patch: [
    {
      find: `    if (!this.snapshotUnderWay.has(peer)) return this.sendSnapshot(peer)
    // A heartbeat: it will be refused, and that is no news.
    this.sendEntries(peer, this.lastIndex + 1)
`,
      replace: `    this.sendSnapshot(peer)
`,
    },
  ],
}
