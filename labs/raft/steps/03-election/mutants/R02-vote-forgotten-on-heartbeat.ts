import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R02',
  title: 'Forgets its vote when the leader of the same term sends a heartbeat',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: `      this.role = 'follower'
      this.leaderId = leader
      this.restartElectionTimer()`,
      replace: `      this.role = 'follower'
      this.votedFor = null
      this.leaderId = leader
      this.restartElectionTimer()`,
    },
  ],
}
