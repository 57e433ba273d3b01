import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D07',
  title: 'The first addition that the other has not heard of counts as heard of',
  breaks: 'add-wins',
  patch: [
    {
      find: `(b.clock[node] ?? 0) < count`,
      replace: `(b.clock[node] ?? 0) + 1 < count`,
    },
  ],
}
