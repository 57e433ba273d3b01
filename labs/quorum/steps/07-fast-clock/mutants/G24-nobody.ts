import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G24',
  title: 'The fast clock coordinates nothing',
  breaks: 'shows-anomaly',
  patch: [
    {
      find: `(number === 1)`,
      replace: `false`,
    },
  ],
}
