import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R42',
  title: 'Counts answers that were given in an earlier term',
  breaks: 'commit-has-majority',
  patch: [
    {
      find: `this.role !== 'leader' || reply.term !== this.currentTerm`,
      replace: `this.role !== 'leader' || reply.term > this.currentTerm`,
    },
  ],
}
