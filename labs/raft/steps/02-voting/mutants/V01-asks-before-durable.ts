import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V01',
  title: 'Asks for votes before its own candidacy is on disk',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.setBallot(this.currentTerm + 1, this.id)
    this.restartElectionTimer()
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })`,
      replace: `    const term = this.currentTerm + 1
    this.restartElectionTimer()
    this.broadcast({ type: 'RequestVote', term, candidateId: this.id })
    this.setBallot(term, this.id)`,
    },
  ],
}
