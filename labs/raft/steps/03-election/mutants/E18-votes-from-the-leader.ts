import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E18',
  title: 'A leader counts itself out and votes for a candidate of its own term',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: '      term === this.currentTerm && (this.votedFor === null || this.votedFor === candidate)',
      replace: `      term === this.currentTerm &&
      (this.votedFor === null || this.votedFor === candidate || this.role === 'leader')`,
    },
  ],
}
