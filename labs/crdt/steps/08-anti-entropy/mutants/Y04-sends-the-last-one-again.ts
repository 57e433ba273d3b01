import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y04',
  title: 'Begins with the last post that the other has',
  breaks: 'quiet-when-equal',
  patch: [
    {
      find: `(summary[node] ?? 0) + 1; left`,
      replace: `Math.max(1, summary[node] ?? 0); left`,
    },
  ],
}
