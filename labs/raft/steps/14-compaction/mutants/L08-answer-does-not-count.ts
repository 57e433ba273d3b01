import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L08',
  title: 'Sends a snapshot to a node that has just said that it has it',
  breaks: 'snapshots-sent-sparingly',
  patch: [
    {
      find: `    if (index <= (this.matchIndex.get(peer) ?? 0)) return
    this.matchIndex.set(peer, index)
    this.nextIndex.set(peer, index + 1)
`,
      replace: `    if (index <= (this.matchIndex.get(peer) ?? 0)) return
    this.matchIndex.set(peer, index)
    if (index > this.snapshotIndex) this.nextIndex.set(peer, index + 1)
`,
    },
  ],
}
