import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M01',
  title: 'A remove takes away everything of the item that it finds on arrival',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `    for (const id of replaces) this.kept.delete(id)
`,
      replace: `    for (const [id, { item }] of this.kept) {
      if (replaces.includes(id) || (command.op === 'remove' && item === command.item)) this.kept.delete(id)
    }
`,
    },
  ],
}
