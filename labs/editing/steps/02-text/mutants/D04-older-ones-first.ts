import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D04',
  title: 'Goes past older characters instead of newer ones',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `!isNewer(cell.id, id)`,
      replace: `isNewer(cell.id, id)`,
    },
  ],
}
