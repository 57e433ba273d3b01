import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P13',
  title: 'A leader does not care whether anybody answers',
  breaks: 'leader-hears-majority',
  patch: [
    {
      find: `    this.setTimer('quorum', ELECTION_MS_MAX)
    this.sendHeartbeats()`,
      replace: '    this.sendHeartbeats()',
    },
  ],
}
