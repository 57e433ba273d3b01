import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R38c',
  title: 'Waits for a majority of the others',
  breaks: 'majority-commits',
  patch: [
    {
      find: 'copies.length + 1 >= this.majority',
      replace: 'copies.length >= this.majority',
    },
  ],
}
