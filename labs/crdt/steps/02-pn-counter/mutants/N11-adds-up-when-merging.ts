import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N11',
  title: 'Merging adds the counts',
  breaks: 'merge-laws',
  patch: [
    {
      find: `Math.max(merged[node] ?? 0, count)`,
      replace: `(merged[node] ?? 0) + count`,
    },
  ],
}
