import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T18',
  title: 'Only the last six removals are kept',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `    return { elements, gone: union(gone, seen) }
`,
      replace: `    return { elements, gone: [...gone.filter((tag) => !seen.includes(tag)), ...seen].slice(-6) }
`,
    },
  ],
}
