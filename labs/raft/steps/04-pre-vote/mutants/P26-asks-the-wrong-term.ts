import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P26',
  title: 'Asks with the next term instead of its present one',
  breaks: 'leader-outlasts',
  patch: [
    {
      find: `this.broadcast({ type: 'PreVote', term: this.currentTerm, candidateId: this.id })`,
      replace: `this.broadcast({ type: 'PreVote', term: this.currentTerm + 1, candidateId: this.id })`,
    },
  ],
}
