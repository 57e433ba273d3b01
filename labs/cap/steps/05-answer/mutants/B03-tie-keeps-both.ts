import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B03',
  title: 'Leaves two copies of equal count as they are',
  breaks: 'converges-within',
  patch: [
    {
      find: 'return a.count === b.count ? a.node > b.node : a.count > b.count',
      replace: 'return a.count > b.count',
    },
  ],
}
