import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S04',
  title: 'Merging keeps the tombstones that both have',
  breaks: 'merge-laws',
  patch: [
    {
      find: `removed: union(a.removed, b.removed) }`,
      replace: `removed: a.removed.filter((element) => b.removed.includes(element)) }`,
    },
  ],
}
