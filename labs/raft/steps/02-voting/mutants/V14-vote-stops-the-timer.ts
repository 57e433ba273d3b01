import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V14',
  title: 'A voter stops waiting: the candidate will win',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `      this.setBallot(this.currentTerm, candidate)
      this.restartElectionTimer()`,
      replace: `      this.setBallot(this.currentTerm, candidate)
      this.cancelTimer('election')`,
    },
  ],
}
