import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B03',
  title: 'Writes back to itself only',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (phase === 'query' && newest !== null) return this.update(request, newest)
`,
      replace: `    if (phase === 'query' && newest !== null) this.keep(request.command.key, newest)
`,
    },
  ],
}
