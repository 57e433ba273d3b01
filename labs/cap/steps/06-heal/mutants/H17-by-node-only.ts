import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H17',
  title: 'Takes two writes of one node for the same',
  breaks: 'no-value-lost',
  patch: [
    {
      find: 'write.node === node && write.count === count',
      replace: 'write.node === node && count > 0',
    },
  ],
}
