import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P16',
  title: 'A leader is content when one node answers it',
  breaks: 'leader-hears-majority',
  patch: [
    {
      find: 'this.heardFrom.size + 1 >= this.majority',
      replace: 'this.heardFrom.size >= 1',
    },
  ],
}
