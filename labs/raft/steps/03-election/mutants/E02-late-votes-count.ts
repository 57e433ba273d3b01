import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E02',
  title: 'Counts votes that were given for an earlier term',
  breaks: 'leader-has-majority',
  patch: [
    {
      find: `if (this.role !== 'candidate' || term !== this.currentTerm || !voteGranted) return`,
      replace: `if (this.role !== 'candidate' || !voteGranted) return`,
    },
  ],
}
