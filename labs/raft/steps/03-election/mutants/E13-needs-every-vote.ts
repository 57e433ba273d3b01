import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E13',
  title: 'Waits for the votes of all nodes',
  breaks: 'majority-elects',
  patch: [
    {
      find: 'if (this.votes.size < this.majority) return',
      replace: 'if (this.votes.size < this.nodes.length) return',
    },
  ],
}
