import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T03',
  title: 'A removal takes away the newest tag only',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `    return { elements, gone: union(gone, seen) }
`,
      replace: `    return { elements, gone: union(gone, seen.slice(-1)) }
`,
    },
  ],
}
