import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S03',
  title: 'Merging keeps only its own tombstones',
  breaks: 'merge-laws',
  patch: [
    {
      find: `removed: union(a.removed, b.removed) }`,
      replace: `removed: a.removed }`,
    },
  ],
}
