import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T10',
  title: 'Asks for votes before its new term is safe on disk',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.role = 'candidate'
    this.setTerm(this.currentTerm + 1)
    this.restartElectionTimer()
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })`,
      replace: `    this.role = 'candidate'
    this.restartElectionTimer()
    const term = this.currentTerm + 1
    this.broadcast({ type: 'RequestVote', term, candidateId: this.id })
    this.setTerm(term)`,
    },
  ],
}
