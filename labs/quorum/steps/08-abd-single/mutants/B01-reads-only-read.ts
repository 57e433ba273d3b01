import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B01',
  title: 'Returns the newest value of a majority without writing it back',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (phase === 'query' && newest !== null) return this.update(request, newest)
`,
      replace: ``,
    },
  ],
}
