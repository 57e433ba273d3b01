import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M02',
  title: 'Merging keeps every value',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `    return all.filter(({ version }) => !all.some((other) => isBefore(version, other.version)))
`,
      replace: `    return all
`,
    },
  ],
}
