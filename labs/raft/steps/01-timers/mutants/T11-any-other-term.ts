import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T11',
  title: 'Takes over older terms as well as newer ones',
  breaks: 'terms-grow',
  patch: [
    {
      find: 'if (message.term > this.currentTerm)',
      replace: 'if (message.term !== this.currentTerm)',
    },
  ],
}
