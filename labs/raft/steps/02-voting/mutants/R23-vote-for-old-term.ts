import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R23',
  title: 'Votes for a candidate of an older term',
  breaks: 'no-vote-for-old-term',
  patch: [
    {
      find: '      term === this.currentTerm && (this.votedFor === null || this.votedFor === candidate)',
      replace: '      this.votedFor === null || this.votedFor === candidate',
    },
  ],
}
