import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L11',
  title: 'Goes past the whole row of a newer letter',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `      if (cell === undefined || !isNewer(cell.id, id)) break`,
      replace: `      if (cell === undefined || (!isNewer(cell.id, id) && cell.id.node === id.node)) break`,
    },
  ],
}
