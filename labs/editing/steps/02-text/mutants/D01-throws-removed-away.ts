import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D01',
  title: 'Throws removed characters away',
  breaks: 'one-list-order',
  patch: [
    {
      find: `    const cell = this.cells[this.indexOf(id)]
    if (cell !== undefined) cell.isRemoved = true`,
      replace: `    this.cells = this.cells.filter((cell) => !isSame(cell.id, id))`,
    },
  ],
}
