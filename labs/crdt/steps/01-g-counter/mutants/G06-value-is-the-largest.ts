import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G06',
  title: 'The value is the largest count',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `.reduce((sum, count) => sum + count, 0)`,
      replace: `.reduce((sum, count) => Math.max(sum, count), 0)`,
    },
  ],
}
