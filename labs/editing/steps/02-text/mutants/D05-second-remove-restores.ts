import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D05',
  title: 'A second remove of a character brings it back',
  breaks: 'shows-what-was-typed',
  patch: [
    {
      find: `cell.isRemoved = true`,
      replace: `cell.isRemoved = !cell.isRemoved`,
    },
  ],
}
