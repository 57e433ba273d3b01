import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M13',
  title: 'Takes the greatest count for an item instead of the sum',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `count: line.count + count,`,
      replace: `count: Math.max(line.count, count),`,
    },
  ],
}
