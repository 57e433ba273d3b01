import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B02',
  title: 'Writes back and does not wait for it',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (phase === 'query' && newest !== null) return this.update(request, newest)
`,
      replace: `    if (phase === 'query' && newest !== null) this.update(request, newest)
`,
    },
  ],
}
