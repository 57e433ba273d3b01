import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E17',
  title: 'Takes an equal term for a newer one, and forgets its vote',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: 'if (message.term > this.currentTerm)',
      replace: 'if (message.term >= this.currentTerm)',
    },
  ],
}
