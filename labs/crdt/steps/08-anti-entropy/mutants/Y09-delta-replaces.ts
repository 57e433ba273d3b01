import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y09',
  title: 'The posts of a replica are replaced by those in the delta',
  breaks: 'merge-laws',
  patch: [
    {
      find: `merged[node] = { ...merged[node], ...posts }`,
      replace: `merged[node] = posts`,
    },
  ],
}
