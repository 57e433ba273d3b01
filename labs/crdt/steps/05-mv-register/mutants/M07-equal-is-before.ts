import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M07',
  title: 'An equal version counts as an earlier one',
  breaks: 'shows-what-was-written',
  patch: [
    {
      find: `  return isWithin && nodes.some((node) => (a[node] ?? 0) < (b[node] ?? 0))
`,
      replace: `  return isWithin
`,
    },
  ],
}
