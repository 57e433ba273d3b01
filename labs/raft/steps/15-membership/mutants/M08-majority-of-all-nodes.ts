import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M08',
  title: 'Counts majorities of all nodes that it knows, members or not',
  breaks: 'answered-within',
  patch: [
    {
      find: '    return this.members.filter((member) => nodes.has(member)).length >= this.majority',
      replace: '    return nodes.size > this.nodes.length / 2',
    },
  ],
}
