import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V11',
  title: 'Waits for the votes of all nodes',
  breaks: 'elects-without-minority',
  patch: [
    {
      find: 'if (this.votes.size < this.majority) return',
      replace: 'if (this.votes.size < this.nodes.length) return',
    },
  ],
}
