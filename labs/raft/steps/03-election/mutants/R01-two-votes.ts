import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R01',
  title: 'Votes for whoever asks, whomever it voted for before',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: '      term === this.currentTerm && (this.votedFor === null || this.votedFor === candidate)',
      replace: '      term === this.currentTerm',
    },
  ],
}
