import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D10',
  title: 'Leaves a character out when its neighbour is removed',
  breaks: 'shows-what-was-typed',
  patch: [
    {
      find: `    let index = after === null ? 0 : this.indexOf(after) + 1
`,
      replace: `    if (this.cells.some((cell) => cell.isRemoved && after !== null && isSame(cell.id, after))) return
    let index = after === null ? 0 : this.indexOf(after) + 1
`,
    },
  ],
}
