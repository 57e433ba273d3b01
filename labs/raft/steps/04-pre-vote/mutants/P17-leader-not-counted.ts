import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P17',
  title: 'A leader wants to hear a majority besides itself',
  breaks: 'leader-outlasts',
  patch: [
    {
      find: 'this.heardFrom.size + 1 >= this.majority',
      replace: 'this.heardFrom.size >= this.majority',
    },
  ],
}
