import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D06',
  title: 'Finds the neighbour on the right among the characters that are shown',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `const next = cells[cells.indexOf(left) + 1] ?? left`,
      replace: `const next = this.visible()[index] ?? left`,
    },
  ],
}
