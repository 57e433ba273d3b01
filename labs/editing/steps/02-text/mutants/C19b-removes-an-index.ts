import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C19b',
  title: 'Tells the others which index to remove',
  breaks: 'shows-what-was-typed',
  patch: [
    {
      find: `    return { type: 'remove', id: cell.id }`,
      replace: `    return { type: 'remove', id: { counter: index, node: cell.id.node } }`,
    },
    {
      find: `    const cell = this.cells[this.indexOf(id)]`,
      replace: `    const cell = this.visible()[id.counter]`,
    },
  ],
}
