import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L12',
  title: 'Puts a text right behind its neighbour, whatever stands there',
  breaks: 'one-list-order',
  patch: [
    {
      find: `      if (cell === undefined || !isNewer(cell.id, id)) break`,
      replace: `      if (cell === undefined || cell.id.counter >= 0) break`,
    },
  ],
}
