import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S10',
  title: 'The longer list of additions replaces the other',
  breaks: 'merge-laws',
  patch: [
    {
      find: `added: union(a.added, b.added)`,
      replace: `added: a.added.length >= b.added.length ? a.added : b.added`,
    },
  ],
}
