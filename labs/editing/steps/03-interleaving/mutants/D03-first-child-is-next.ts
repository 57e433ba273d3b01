import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D03',
  title: 'Takes the first right child for the next character',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `const next = cells[cells.indexOf(left) + 1] ?? left`,
      replace: `const next = left.right[0] ?? left`,
    },
  ],
}
