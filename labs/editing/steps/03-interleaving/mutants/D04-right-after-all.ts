import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D04',
  title: 'Reads the children on the right before those on the left',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `      ...cell.left.flatMap((child) => this.inOrder(child)),
      cell,
      ...cell.right.flatMap((child) => this.inOrder(child)),`,
      replace: `      ...cell.right.flatMap((child) => this.inOrder(child)),
      cell,
      ...cell.left.flatMap((child) => this.inOrder(child)),`,
    },
  ],
}
