import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D02',
  title: 'Counts removed characters when it looks up an index',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `(this.visible()[index - 1] ?? this.root)`,
      replace: `(cells.slice(1)[index - 1] ?? this.root)`,
    },
  ],
}
