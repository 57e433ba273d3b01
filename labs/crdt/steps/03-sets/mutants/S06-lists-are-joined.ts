import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S06',
  title: 'Merging puts one list behind the other',
  breaks: 'merge-laws',
  patch: [
    {
      find: `added: union(a.added, b.added)`,
      replace: `added: [...a.added, ...b.added]`,
    },
  ],
}
