import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P18',
  title: 'A leader steps down when one node does not answer',
  breaks: 'leader-outlasts',
  patch: [
    {
      find: 'this.heardFrom.size + 1 >= this.majority',
      replace: 'this.heardFrom.size + 1 >= this.nodes.length',
    },
  ],
}
