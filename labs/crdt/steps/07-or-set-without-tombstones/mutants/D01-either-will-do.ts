import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D01',
  title: 'Merging keeps what either of the two shows',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `      return b.elements[name]?.[node] === count || (b.clock[node] ?? 0) < count
`,
      replace: `      return count > 0 || b.elements[name]?.[node] === count
`,
    },
  ],
}
