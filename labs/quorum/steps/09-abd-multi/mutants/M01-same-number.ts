import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M01',
  title: 'Stores under the greatest number heard of, not the one after',
  breaks: 'linearizable',
  patch: [
    {
      find: `number: known + 1, writer`,
      replace: `number: known, writer`,
    },
  ],
}
