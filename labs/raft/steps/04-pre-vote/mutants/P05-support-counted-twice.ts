import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P05',
  title: 'Counts answers instead of nodes',
  breaks: 'stands-with-support',
  patch: [
    {
      find: 'private preVotes = new Set<NodeId>()',
      replace: 'private preVotes: NodeId[] = []',
    },
    {
      find: 'this.preVotes = new Set([this.id])',
      replace: 'this.preVotes = [this.id]',
    },
    {
      find: 'this.preVotes.add(voter)',
      replace: 'this.preVotes.push(voter)',
    },
    {
      find: 'this.preVotes.size >=',
      replace: 'this.preVotes.length >=',
    },
    {
      find: `    this.preVotes.clear()
    this.votes`,
      replace: `    this.preVotes = []
    this.votes`,
    },
    {
      find: `    this.preVotes.clear()
    this.setBallot`,
      replace: `    this.preVotes = []
    this.setBallot`,
    },
  ],
}
