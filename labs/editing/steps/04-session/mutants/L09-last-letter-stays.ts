import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L09',
  title: 'Leaves the last letter of each row',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `counter < first + count) {`,
      replace: `counter < first + Math.max(1, count - 1)) {`,
    },
  ],
}
