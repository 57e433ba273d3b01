import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P20',
  title: 'A leader that gives up never waits for an election again',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    this.role = 'follower'
    this.leaderId = null
    this.restartElectionTimer()
  }`,
      replace: `    this.role = 'follower'
    this.leaderId = null
  }`,
    },
  ],
}
