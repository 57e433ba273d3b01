import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M11',
  title: 'A write stands beside what it replaces',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `    return [{ value, version: { ...seen, [this.id]: (seen[this.id] ?? 0) + 1 } }]
`,
      replace: `    return [...state, { value, version: { ...seen, [this.id]: (seen[this.id] ?? 0) + 1 } }].slice(-3)
`,
    },
  ],
}
