import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N05',
  title: 'The value is the sum of both',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `sum(added) - sum(taken)`,
      replace: `sum(added) + sum(taken)`,
    },
  ],
}
