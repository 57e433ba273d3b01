import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C04',
  title: 'Waits until all nodes store an entry',
  breaks: 'majority-commits',
  patch: [
    {
      find: 'copies.length + 1 >= this.majority',
      replace: 'copies.length + 1 >= this.nodes.length',
    },
  ],
}
