import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P24',
  title: 'A leader that gives up begins a new term',
  breaks: 'stands-with-support',
  patch: [
    {
      find: `    this.role = 'follower'
    this.leaderId = null
    this.restartElectionTimer()
  }`,
      replace: `    this.startElection()
  }`,
    },
  ],
}
