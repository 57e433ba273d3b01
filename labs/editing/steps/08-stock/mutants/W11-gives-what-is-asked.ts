import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W11',
  title: 'Gives as many as were asked for',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `Math.min(count, this.share) : 0`,
      replace: `count : 0`,
    },
  ],
}
