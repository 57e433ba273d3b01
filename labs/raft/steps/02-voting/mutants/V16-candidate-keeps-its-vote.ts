import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V16',
  title: 'A candidate takes over a newer term, but refuses to vote in it',
  breaks: 'votes-when-free',
  patch: [
    {
      find: `    if (message.term > this.currentTerm) this.stepDown(message.term)
    switch`,
      replace: `    const stood = this.role === 'candidate'
    if (message.term > this.currentTerm) this.stepDown(message.term)
    if (stood && message.type === 'RequestVote') return this.decline(from)
    switch`,
    },
    {
      find: '  private countVote(',
      replace: `  private decline(candidate: NodeId) {
    this.send(candidate, {
      type: 'RequestVoteReply',
      term: this.currentTerm,
      voteGranted: false,
    })
  }

  private countVote(`,
    },
  ],
}
