import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D06',
  title: 'An addition that the other has just heard of counts as unheard of',
  breaks: 'removes-what-it-saw',
  patch: [
    {
      find: `(b.clock[node] ?? 0) < count`,
      replace: `(b.clock[node] ?? 0) <= count`,
    },
  ],
}
