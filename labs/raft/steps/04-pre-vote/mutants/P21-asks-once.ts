import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P21',
  title: 'Asks once, and when that was in vain never again',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    this.role = 'follower'
    this.leaderId = null
    this.preVotes = new Set([this.id])
    this.restartElectionTimer()
    this.broadcast({ type: 'PreVote',`,
      replace: `    this.role = 'follower'
    this.leaderId = null
    this.preVotes = new Set([this.id])
    this.broadcast({ type: 'PreVote',`,
    },
  ],
}
