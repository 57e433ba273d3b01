import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C06',
  title: 'Counts answers instead of the nodes that gave them',
  breaks: 'commit-has-majority',
  patch: [
    {
      find: `      if (reply.matchIndex <= matched) return
      this.matchIndex.set(peer, reply.matchIndex)
      this.nextIndex.set(peer, reply.matchIndex + 1)
      this.advanceCommit()`,
      replace: `      this.matchIndex.set(peer, Math.max(matched, reply.matchIndex))
      this.nextIndex.set(peer, Math.max(matched, reply.matchIndex) + 1)
      const count = (this.answers.get(reply.matchIndex) ?? 1) + 1
      this.answers.set(reply.matchIndex, count)
      const isOwn = this.termAt(reply.matchIndex) === this.currentTerm
      if (isOwn && count >= this.majority) this.commitUpTo(reply.matchIndex)`,
    },
    {
      find: '  private matchIndex = new Map<NodeId, number>()',
      replace: `  private matchIndex = new Map<NodeId, number>()
  private answers = new Map<number, number>()`,
    },
  ],
}
