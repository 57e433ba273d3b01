import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D03',
  title: 'Puts a character right behind its neighbour, whatever stands there',
  breaks: 'one-list-order',
  patch: [
    {
      find: `      if (cell === undefined || !isNewer(cell.id, id)) break`,
      replace: `      if (cell === undefined || cell.id.counter >= 0) break`,
    },
  ],
}
