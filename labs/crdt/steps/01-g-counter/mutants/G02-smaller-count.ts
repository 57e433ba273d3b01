import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G02',
  title: 'Keeps the smaller of two counts',
  breaks: 'merge-laws',
  patch: [
    {
      find: `Math.max(merged[node] ?? 0, count)`,
      replace: `Math.min(merged[node] ?? count, count)`,
    },
  ],
}
