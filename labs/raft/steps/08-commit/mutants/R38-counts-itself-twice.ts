import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R38',
  title: 'Counts its own copy twice',
  breaks: 'commit-has-majority',
  patch: [
    {
      find: 'copies.length + 1 >= this.majority',
      replace: 'copies.length + 2 >= this.majority',
    },
  ],
}
