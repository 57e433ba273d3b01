import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N02',
  title: 'Merges additions with what was taken away',
  breaks: 'merge-laws',
  patch: [
    {
      find: `larger(a.added, b.added)`,
      replace: `larger(a.added, b.taken)`,
    },
  ],
}
