import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P09',
  title: 'Raises its term before it asks',
  breaks: 'stands-with-support',
  patch: [
    {
      find: `    this.role = 'follower'
    this.leaderId = null
    this.preVotes = new Set([this.id])
    this.restartElectionTimer()
    this.broadcast({ type: 'PreVote',`,
      replace: `    this.role = 'candidate'
    this.setBallot(this.currentTerm + 1, this.id)
    this.leaderId = null
    this.preVotes = new Set([this.id])
    this.restartElectionTimer()
    this.broadcast({ type: 'PreVote',`,
    },
    {
      find: `    if (this.role !== 'follower' || nextTerm !== this.currentTerm + 1 || !voteGranted) return
`,
      replace: `    if (this.role === 'leader' || nextTerm !== this.currentTerm + 1 || !voteGranted) return
`,
    },
  ],
}
