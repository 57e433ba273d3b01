import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R72',
  title: 'Goes on sending entries to a node that lacks those before them',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: `    const prevLogIndex = (this.nextIndex.get(peer) ?? 1) - 1
    if (prevLogIndex < this.snapshotIndex) return this.sendSnapshot(peer)
`,
      replace: `    const prevLogIndex = Math.max((this.nextIndex.get(peer) ?? 1) - 1, this.snapshotIndex)
`,
    },
    {
      find: `  private sendSnapshot(peer: NodeId) {
    this.send(peer, {
      type: 'InstallSnapshot',
      term: this.currentTerm,
      leaderId: this.id,
      lastIncludedIndex: this.snapshotIndex,
      lastIncludedTerm: this.snapshotTerm,
      state: this.snapshot,
    })
  }

`,
      replace: '',
    },
  ],
}
