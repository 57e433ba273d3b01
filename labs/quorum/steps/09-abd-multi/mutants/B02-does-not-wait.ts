import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B02',
  title: 'A read writes back and does not wait for it',
  breaks: 'linearizable',
  patch: [
    {
      find: `      if (stored !== null) return this.update(request, stored)
`,
      replace: `      if (stored !== null) this.update(request, stored)
      if (stored !== null && request.command.op === 'put') return
`,
    },
  ],
}
