import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R19',
  title: 'A candidate that lost waits for ever instead of trying again',
  breaks: 'leader-after-heal',
  patch: [
    {
      find: `    this.persist()
    this.restartElectionTimer()
    this.broadcast(`,
      replace: `    this.persist()
    this.broadcast(`,
    },
  ],
}
