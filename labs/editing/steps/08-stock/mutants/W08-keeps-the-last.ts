import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W08',
  title: 'Does not sell its last piece',
  breaks: 'sells-while-it-can',
  patch: [
    {
      find: `      if (this.share < count) continue`,
      replace: `      if (this.share <= count) continue`,
    },
  ],
}
