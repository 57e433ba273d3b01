import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T13',
  title: 'Drops a removed character although another one was put after it',
  breaks: 'one-list-order',
  patch: [
    {
      find: `removedBy === null || !this.isStable(removedBy) || this.hasFollower(id)`,
      replace: `removedBy === null || !this.isStable(removedBy) || (this.cells.length > 999 && this.hasFollower(id))`,
    },
  ],
}
