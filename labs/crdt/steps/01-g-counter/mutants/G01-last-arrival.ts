import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G01',
  title: 'For a name that both know, the second one wins',
  breaks: 'merge-laws',
  patch: [
    {
      find: `Math.max(merged[node] ?? 0, count)`,
      replace: `count`,
    },
  ],
}
