import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L14',
  title: 'Puts each letter in front of the one before it',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `    this.cells.splice(index, 0, ...cells)`,
      replace: `    this.cells.splice(index, 0, ...cells.reverse())`,
    },
  ],
}
