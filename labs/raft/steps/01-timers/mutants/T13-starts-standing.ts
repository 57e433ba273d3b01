import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T13',
  title: 'Stands for election as soon as it starts',
  breaks: 'starts-as-follower',
  patch: [
    {
      find: `?? 0
    this.restartElectionTimer()`,
      replace: `?? 0
    this.startElection()`,
    },
  ],
}
