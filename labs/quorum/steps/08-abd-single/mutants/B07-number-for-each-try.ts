import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B07',
  title: 'Writes back under a new number',
  breaks: 'one-version-per-write',
  patch: [
    {
      find: `    if (phase === 'query' && newest !== null) return this.update(request, newest)
`,
      replace: `    if (phase === 'query' && newest !== null) {
      const version = { number: newest.version.number + 1, writer: this.id }
      return this.update(request, { ...newest, version })
    }
`,
    },
  ],
}
