import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T01',
  title: 'Drops a character when it is removed',
  breaks: 'one-list-order',
  patch: [
    {
      find: `removedBy === null || !this.isStable(removedBy) || this.hasFollower(id)`,
      replace: `removedBy === null || (this.hasFollower(id) && !this.isStable(removedBy))`,
    },
  ],
}
