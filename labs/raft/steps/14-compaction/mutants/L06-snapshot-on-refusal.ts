import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L06',
  title: 'Sends the snapshot again when a heartbeat is refused',
  breaks: 'snapshots-sent-sparingly',
  patch: [
    {
      find: `    this.heardFrom.add(peer)
    const matched`,
      replace: `    this.heardFrom.add(peer)
    if (this.snapshotUnderWay.has(peer)) return this.sendSnapshot(peer)
    const matched`,
    },
  ],
}
