import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T01',
  title: 'Stands once, and then waits for ever',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    this.role = 'candidate'
    this.setTerm(this.currentTerm + 1)
    this.restartElectionTimer()
    this.broadcast(`,
      replace: `    this.role = 'candidate'
    this.setTerm(this.currentTerm + 1)
    this.broadcast(`,
    },
  ],
}
