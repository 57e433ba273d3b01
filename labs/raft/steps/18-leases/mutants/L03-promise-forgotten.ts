import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L03',
  title: 'Forgets its promise in a crash',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.hearsLeader = true
    this.setTimer('patience', ELECTION_MS_MIN)
    this.restartElectionTimer()
  }

  onTimer`,
      replace: `    this.restartElectionTimer()
  }

  onTimer`,
    },
  ],
}
