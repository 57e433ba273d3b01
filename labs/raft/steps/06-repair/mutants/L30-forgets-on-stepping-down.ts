import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L30',
  title: 'A leader that steps down forgets the entries that it had made',
  breaks: 'deletes-only-conflicts',
  patch: [
    {
      find: `    if (this.role === 'leader') this.restartElectionTimer()
    this.role = 'follower'
    this.leaderId = null
    this.hearsLeader = false`,
      replace: `    if (this.role === 'leader') {
      this.restartElectionTimer()
      this.log = this.log.filter((entry) => entry.term !== this.currentTerm)
    }
    this.role = 'follower'
    this.leaderId = null
    this.hearsLeader = false`,
    },
  ],
}
