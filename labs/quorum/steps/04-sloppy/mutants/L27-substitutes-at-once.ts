import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L27',
  title: 'Asks all nodes for a get at once, though only replicas have the copies',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `    for (const replica of replicas) {
      if (copy === null)`,
      replace: `    for (const replica of copy === null ? this.preferenceList(command.key) : replicas) {
      if (copy === null)`,
    },
  ],
}
