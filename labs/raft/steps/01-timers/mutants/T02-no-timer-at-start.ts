import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T02',
  title: 'Sets no timer when it starts',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `?? 0
    this.restartElectionTimer()`,
      replace: '?? 0',
    },
  ],
}
