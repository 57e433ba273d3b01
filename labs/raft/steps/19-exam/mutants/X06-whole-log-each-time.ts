import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X06',
  title: 'Sends the whole log with every AppendEntries',
  breaks: 'bytes-in-bounds',
  patch: [
    {
      find: '    if (nextIndex > this.snapshotIndex) return this.sendEntries(peer, nextIndex)',
      replace:
        '    if (nextIndex > this.snapshotIndex) return this.sendEntries(peer, this.snapshotIndex + 1)',
    },
  ],
}
