import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G21',
  title: 'The fast clock coordinates the second put',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `(number === 1)`,
      replace: `(number === 2)`,
    },
  ],
}
