import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S05',
  title: 'Merging keeps the elements that both have',
  breaks: 'merge-laws',
  patch: [
    {
      find: `added: union(a.added, b.added)`,
      replace: `added: a.added.filter((element) => b.added.includes(element))`,
    },
  ],
}
