import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M19',
  title: 'Every replica raises the same count',
  breaks: 'keeps-siblings',
  patch: [
    {
      find: `{ ...seen, [this.id]: (seen[this.id] ?? 0) + 1 }`,
      replace: `{ all: (seen.all ?? 0) + 1 }`,
    },
  ],
}
