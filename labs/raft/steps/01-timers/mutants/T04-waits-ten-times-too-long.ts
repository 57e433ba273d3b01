import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T04',
  title: 'Waits for seconds instead of hundreds of milliseconds',
  breaks: 'stands-for-election',
  patch: [
    {
      find: 'MIN = 150',
      replace: 'MIN = 1500',
    },
    {
      find: 'MAX = 300',
      replace: 'MAX = 3000',
    },
  ],
}
