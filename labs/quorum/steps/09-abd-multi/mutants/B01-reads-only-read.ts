import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B01',
  title: 'A read does not write back',
  breaks: 'linearizable',
  patch: [
    {
      find: `      if (stored !== null) return`,
      replace: `      if (stored !== null && request.command.op === 'put') return`,
    },
  ],
}
