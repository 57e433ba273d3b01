import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R82',
  title: 'Counts a new server before it has caught up',
  breaks: 'answered-within',
  patch: [
    {
      find: `    this.joining = { node, request }
    this.nextIndex.set(node, this.lastIndex + 1)
    this.matchIndex.set(node, 0)
    this.setTimer('joining', JOINING_MS_MAX)
    this.replicate(node)`,
      replace: `    this.nextIndex.set(node, this.lastIndex + 1)
    this.matchIndex.set(node, 0)
    this.propose(request, [...this.members, node])`,
    },
  ],
}
