import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H11',
  title: 'Refuses a candidate that it has voted for and that asks again',
  breaks: 'votes-when-free',
  patch: [
    {
      find: '      term === this.currentTerm && (this.votedFor === null || this.votedFor === candidate)',
      replace: '      term === this.currentTerm && this.votedFor === null',
    },
  ],
}
