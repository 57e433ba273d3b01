import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B04',
  title: 'Takes over a copy of equal count, whoever wrote it',
  breaks: 'causal-convergence',
  patch: [
    {
      find: 'a.count === b.count ? a.node > b.node :',
      replace: 'a.count === b.count ? a.node !== b.node :',
    },
  ],
}
