import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N03',
  title: 'Merging keeps only its own decrements',
  breaks: 'merge-laws',
  patch: [
    {
      find: `larger(a.taken, b.taken)`,
      replace: `a.taken`,
    },
  ],
}
