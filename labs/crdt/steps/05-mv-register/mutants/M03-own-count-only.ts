import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M03',
  title: 'A write notes only the own count of its replica',
  breaks: 'replaces-what-it-saw',
  patch: [
    {
      find: `{ ...seen, [this.id]: (seen[this.id] ?? 0) + 1 }`,
      replace: `{ [this.id]: (seen[this.id] ?? 0) + 1 }`,
    },
  ],
}
