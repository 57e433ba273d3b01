import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T15',
  title: 'Asks one node only',
  breaks: 'asks-everybody',
  patch: [
    {
      find: `    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })`,
      replace: `    const [peer = this.id] = this.peers
    this.send(peer, { type: 'RequestVote', term: this.currentTerm, candidateId: this.id })`,
    },
  ],
}
