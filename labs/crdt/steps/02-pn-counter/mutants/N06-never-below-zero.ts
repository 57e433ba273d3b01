import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N06',
  title: 'The value stops at zero',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `return sum(added) - sum(taken)`,
      replace: `return Math.max(0, sum(added) - sum(taken))`,
    },
  ],
}
