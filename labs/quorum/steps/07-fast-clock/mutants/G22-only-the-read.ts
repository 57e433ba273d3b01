import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G22',
  title: 'The fast clock coordinates the read',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `(number === 1)`,
      replace: `(number === 3)`,
    },
  ],
}
