import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D02',
  title: 'Counts removed characters when it looks up an index',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `after: this.visible()[index - 1]?.id ?? null`,
      replace: `after: this.cells[index - 1]?.id ?? null`,
    },
  ],
}
