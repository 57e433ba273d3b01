import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S14',
  title: 'A merge drops tombstones of elements that the other still shows',
  breaks: 'merge-laws',
  patch: [
    {
      find: `removed: union(a.removed, b.removed) }`,
      replace: `removed: union(a.removed.filter((element) => !this.value(b).includes(element)), b.removed) }`,
    },
  ],
}
