import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B02',
  title: 'Orders writes by the clocks of the nodes',
  breaks: 'read-your-writes',
  patch: [
    {
      find: '{ count: this.copy.count + 1, node',
      replace: '{ count: Math.floor(this.now()), node',
    },
  ],
}
