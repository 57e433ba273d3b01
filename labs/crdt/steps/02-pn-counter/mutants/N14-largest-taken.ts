import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N14',
  title: 'The value subtracts only the largest of the decrements',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `sum(added) - sum(taken)`,
      replace: `sum(added) - Math.max(0, ...Object.values(taken))`,
    },
  ],
}
