import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y05',
  title: 'Begins one post too late',
  breaks: 'converges-within',
  patch: [
    {
      find: `(summary[node] ?? 0) + 1; left`,
      replace: `(summary[node] ?? 0) + 2; left`,
    },
  ],
}
