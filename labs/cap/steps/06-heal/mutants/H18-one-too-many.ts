import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H18',
  title: 'Believes to have seen one write more than it has',
  breaks: 'no-value-lost',
  patch: [
    {
      find: '(seen[node] ?? 0) >= count',
      replace: '(seen[node] ?? 0) + 1 >= count',
    },
  ],
}
