import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T14',
  title: 'Asks for votes in the term that it has left',
  breaks: 'asks-everybody',
  patch: [
    {
      find: 'term: this.currentTerm, candidateId: this.id',
      replace: 'term: this.currentTerm - 1, candidateId: this.id',
    },
  ],
}
