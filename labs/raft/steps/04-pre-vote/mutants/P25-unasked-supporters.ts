import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P25',
  title: 'Tells the term of its own instead of the one it was asked about',
  breaks: 'leader-at-start',
  patch: [
    {
      find: 'nextTerm: term + 1',
      replace: 'nextTerm: term',
    },
  ],
}
