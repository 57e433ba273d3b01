import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E20',
  title: 'Asks only as many nodes as it needs',
  breaks: 'asks-everybody',
  patch: [
    {
      find: `    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })`,
      replace: `    for (const peer of this.peers.slice(0, this.majority - 1)) {
      this.send(peer, { type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
    }`,
    },
  ],
}
