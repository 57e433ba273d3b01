import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B09',
  title: 'Does not write back what it has itself',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (phase === 'query' && newest !== null) return this.update(request, newest)
`,
      replace: `    const own = this.copies[request.command.key]?.value
    if (phase === 'query' && newest !== null && newest.value !== own) return this.update(request, newest)
`,
    },
  ],
}
