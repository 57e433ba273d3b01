import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D05',
  title: 'Waits for every node',
  breaks: 'majority-answers',
  patch: [
    {
      find: 'return nodes.size > this.nodes.length / 2',
      replace: 'return nodes.size === this.nodes.length',
    },
  ],
}
