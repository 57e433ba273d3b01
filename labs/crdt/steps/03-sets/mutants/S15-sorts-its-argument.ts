import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S15',
  title: 'Merging puts its first argument in order',
  breaks: 'merge-laws',
  patch: [
    {
      find: `return { added: union(a.added, b.added), removed: union(a.removed, b.removed) }`,
      replace: `const lists = a as { removed: string[] }
    lists.removed = [...union(a.removed, b.removed)]
    return { added: union(a.added, b.added), removed: a.removed }`,
    },
  ],
}
