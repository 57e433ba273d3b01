import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T11',
  title: 'Drops a character that nothing was put after, removed or not',
  breaks: 'edit-takes-effect',
  patch: [
    {
      find: `removedBy === null || !this.isStable(removedBy) || this.hasFollower(id)`,
      replace: `(removedBy !== null && !this.isStable(removedBy)) || this.hasFollower(id)`,
    },
  ],
}
