import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E08',
  title: 'Does not note who leads',
  breaks: 'learns-of-leader',
  patch: [
    {
      find: `      this.role = 'follower'
      this.leaderId = leader
      this.restartElectionTimer()`,
      replace: `      this.role = 'follower'
      this.restartElectionTimer()`,
    },
  ],
}
