import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T06',
  title: 'Merging keeps only its own removals',
  breaks: 'merge-laws',
  patch: [
    {
      find: `gone: union(a.gone, b.gone)`,
      replace: `gone: a.gone`,
    },
  ],
}
