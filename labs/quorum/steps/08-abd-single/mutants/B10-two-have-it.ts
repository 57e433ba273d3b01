import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B10',
  title: 'Does not write back what two of the nodes had',
  breaks: 'linearizable',
  patch: [
    {
      find: `    operation.newest = newerOf(operation.newest, copy)
`,
      replace: `    const isTwice = copy !== null && copy.value === operation.newest?.value
    operation.newest = newerOf(operation.newest, copy)
`,
    },
    {
      find: `    if (phase === 'query' && newest !== null) return this.update(request, newest)
`,
      replace: `    if (phase === 'query' && newest !== null && !isTwice) return this.update(request, newest)
`,
    },
  ],
}
