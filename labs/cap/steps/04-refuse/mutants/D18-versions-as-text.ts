import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D18',
  title: 'Compares counts as text',
  breaks: 'linearizable',
  patch: [
    {
      find: 'a.count > b.count',
      replace: '`${a.count}` > `${b.count}`',
    },
  ],
}
