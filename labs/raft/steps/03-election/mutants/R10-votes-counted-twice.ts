import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R10',
  title: 'Counts votes in a list, so that a repeated message counts twice',
  breaks: 'leader-has-majority',
  patch: [
    {
      find: 'private votes = new Set<NodeId>()',
      replace: 'private votes: NodeId[] = []',
    },
    {
      find: 'this.votes = new Set([this.id])',
      replace: 'this.votes = [this.id]',
    },
    {
      find: 'this.votes.add(voter)',
      replace: 'this.votes.push(voter)',
    },
    {
      find: 'if (this.votes.size < this.majority) return',
      replace: 'if (this.votes.length < this.majority) return',
    },
  ],
}
