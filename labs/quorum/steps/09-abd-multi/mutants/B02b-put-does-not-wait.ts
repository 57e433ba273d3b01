import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B02b',
  title: 'A put sends its copy out and does not wait',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `      if (stored !== null) return this.update(request, stored)
`,
      replace: `      if (stored !== null) this.update(request, stored)
      if (stored !== null && request.command.op === 'get') return
`,
    },
  ],
}
