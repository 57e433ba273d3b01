import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D17',
  title: 'Refuses when the first question gets no answer in time',
  breaks: 'majority-answers',
  patch: [
    {
      find: 'const GIVE_UP_MS = 500',
      replace: 'const GIVE_UP_MS = 12',
    },
  ],
}
