import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R38b',
  title: 'Takes half of the nodes for a majority',
  breaks: 'commit-has-majority',
  patch: [
    {
      find: 'copies.length + 1 >= this.majority',
      replace: 'copies.length + 1 >= this.nodes.length / 2',
    },
  ],
}
