import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M04',
  title: 'Takes the clock for a number',
  breaks: 'linearizable',
  patch: [
    {
      find: `number: known + 1, writer`,
      replace: `number: Math.floor(this.now() + 1), writer`,
    },
  ],
}
