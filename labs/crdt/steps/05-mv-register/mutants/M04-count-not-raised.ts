import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M04',
  title: 'A write has the version of what it replaces',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `    return [{ value, version: { ...seen, [this.id]: (seen[this.id] ?? 0) + 1 } }]
`,
      replace: `    return [{ value, version: { ...seen, [this.id]: seen[this.id] ?? 1 } }]
`,
    },
  ],
}
