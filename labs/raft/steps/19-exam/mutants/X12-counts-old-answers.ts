import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X12',
  title: 'Counts answers that were given in an earlier term',
  breaks: 'commit-has-majority-of-members',
  patch: [
    {
      find: `this.role !== 'leader' || reply.term !== this.currentTerm`,
      replace: `this.role !== 'leader'`,
    },
    {
      find: `this.role !== 'leader' || term !== this.currentTerm`,
      replace: `this.role !== 'leader'`,
    },
  ],
}
