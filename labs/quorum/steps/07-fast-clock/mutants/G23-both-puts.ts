import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G23',
  title: 'The fast clock coordinates both puts',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `(number === 1)`,
      replace: `(number <= 2)`,
    },
  ],
}
