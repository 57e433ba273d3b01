import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G03',
  title: 'Merging leaves out the names that are new',
  breaks: 'merge-laws',
  patch: [
    {
      find: `      merged[node] = Math.max`,
      replace: `      if (node in a) merged[node] = Math.max`,
    },
  ],
}
