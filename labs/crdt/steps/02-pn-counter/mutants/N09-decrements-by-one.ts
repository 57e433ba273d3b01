import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N09',
  title: 'A decrement takes one away, whatever was asked',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `raised(taken, this.id, by)`,
      replace: `raised(taken, this.id, Math.min(by, 1))`,
    },
  ],
}
