import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T14',
  title: 'Merging keeps the tags that both know',
  breaks: 'merge-laws',
  patch: [
    {
      find: `    return { elements: { ...a.elements, ...b.elements }, gone: union(a.gone, b.gone) }
`,
      replace: `    const both = Object.entries(a.elements).filter(([tag]) => tag in b.elements)
    return { elements: Object.fromEntries(both), gone: union(a.gone, b.gone) }
`,
    },
  ],
}
