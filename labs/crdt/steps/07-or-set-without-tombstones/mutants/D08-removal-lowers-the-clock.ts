import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D08',
  title: 'A removal forgets what its replica had heard of the element',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `    return { clock, elements: Object.fromEntries(left) }
`,
      replace: `    const forgotten = Object.entries(clock).filter(([node]) => !(node in (elements[element] ?? {})))
    return { clock: Object.fromEntries(forgotten), elements: Object.fromEntries(left) }
`,
    },
  ],
}
