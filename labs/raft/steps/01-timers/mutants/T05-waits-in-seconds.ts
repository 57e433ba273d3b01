import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T05',
  title: 'Takes the unit of timers for seconds',
  breaks: 'waits-in-range',
  patch: [
    {
      find: 'this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX)',
      replace: 'this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX) / 1000',
    },
  ],
}
