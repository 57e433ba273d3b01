import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R22',
  title: 'Takes half of the nodes for a majority',
  breaks: 'leader-has-majority',
  patch: [
    {
      find: 'if (this.votes.size < this.majority) return',
      replace: 'if (this.votes.size < this.nodes.length / 2) return',
    },
  ],
}
