import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T08',
  title: 'Drops a character when its insertion is known to all',
  breaks: 'one-list-order',
  patch: [
    {
      find: `!this.isStable(removedBy)`,
      replace: `!this.isStable({ origin: id.node, number: 1 })`,
    },
  ],
}
