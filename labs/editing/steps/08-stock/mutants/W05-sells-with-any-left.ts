import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W05',
  title: 'Sells two pieces when it has one',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `      if (this.share < count) continue`,
      replace: `      if (this.share <= 0 || count > 2) continue`,
    },
  ],
}
