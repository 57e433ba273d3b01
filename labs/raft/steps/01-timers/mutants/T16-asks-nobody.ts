import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T16',
  title: 'Stands for election and tells nobody',
  breaks: 'asks-everybody',
  patch: [
    {
      find: `    this.restartElectionTimer()
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })`,
      replace: '    this.restartElectionTimer()',
    },
  ],
}
