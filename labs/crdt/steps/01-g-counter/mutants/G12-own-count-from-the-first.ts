import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G12',
  title: 'Merging takes the own count from the first state only',
  breaks: 'merge-laws',
  patch: [
    {
      find: `      merged[node] = Math.max`,
      replace: `      if (node !== this.id) merged[node] = Math.max`,
    },
  ],
}
