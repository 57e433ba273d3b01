import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D03',
  title: 'Takes half of the nodes for a majority',
  breaks: 'linearizable',
  patch: [
    {
      find: 'return nodes.size > this.nodes.length / 2',
      replace: 'return nodes.size >= this.nodes.length / 2',
    },
  ],
}
