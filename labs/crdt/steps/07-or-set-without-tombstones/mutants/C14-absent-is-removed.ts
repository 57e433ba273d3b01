import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C14',
  title: 'What the other does not show counts as removed',
  breaks: 'add-wins',
  patch: [
    {
      find: `      return b.elements[name]?.[node] === count || (b.clock[node] ?? 0) < count
`,
      replace: `      return b.elements[name]?.[node] === count
`,
    },
  ],
}
