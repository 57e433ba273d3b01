import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L10',
  title: 'Throws removed letters away',
  breaks: 'one-list-order',
  patch: [
    {
      find: `      if (cell.id.node === node && counter >= first && counter < first + count) {
        cell.isRemoved = true
      }`,
      replace: `      if (cell.id.node === node && counter >= first && counter < first + count) {
        this.cells = this.cells.filter((other) => other !== cell)
      }`,
    },
  ],
}
