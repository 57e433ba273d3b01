import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E04',
  title: 'A follower does not restart its timer when it hears from the leader',
  breaks: 'leader-stays',
  patch: [
    {
      find: `      this.role = 'follower'
      this.leaderId = leader
      this.restartElectionTimer()`,
      replace: `      this.role = 'follower'
      this.leaderId = leader`,
    },
  ],
}
