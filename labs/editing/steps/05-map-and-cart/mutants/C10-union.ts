import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C10',
  title: 'A remove takes the item out of this copy only, and the next update brings it back',
  breaks: 'cart-holds-what-was-put',
  patch: [
    {
      find: `    for (const id of replaces) this.kept.delete(id)
`,
      replace: `    for (const id of replaces) if (command.op === 'note') this.kept.delete(id)
`,
    },
  ],
}
