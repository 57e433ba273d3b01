import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L06',
  title: 'Removes so many letters as stand behind the first one here',
  breaks: 'shows-what-was-typed',
  patch: [
    {
      find: `    for (const cell of this.cells) {
      const { counter } = cell.id
      if (cell.id.node === node && counter >= first && counter < first + count) {
        cell.isRemoved = true
      }
    }`,
      replace: `    const index = this.indexOf({ node, counter: first })
    for (const cell of this.cells.slice(index, index + count)) cell.isRemoved = true`,
    },
  ],
}
