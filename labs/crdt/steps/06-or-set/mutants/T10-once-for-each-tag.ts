import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T10',
  title: 'An element is shown once for each of its tags',
  breaks: 'nothing-from-nowhere',
  patch: [
    {
      find: `    return union(
      live.map(([, element]) => element),
      [],
    )
`,
      replace: `    return live.map(([, element]) => element)
`,
    },
  ],
}
