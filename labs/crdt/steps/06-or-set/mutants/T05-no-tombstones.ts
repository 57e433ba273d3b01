import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T05',
  title: 'A removal forgets the tags',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `    return { elements, gone: union(gone, seen) }
`,
      replace: `    const left = Object.entries(elements).filter(([tag]) => !seen.includes(tag))
    return { elements: Object.fromEntries(left), gone }
`,
    },
  ],
}
