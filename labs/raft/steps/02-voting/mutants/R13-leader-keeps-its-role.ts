import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R13',
  title: 'Takes over a newer term but goes on leading',
  breaks: 'yields-to-newer-term',
  patch: [
    {
      find: `    if (this.role === 'leader') this.restartElectionTimer()
    this.role = 'follower'`,
      replace: `    if (this.role !== 'leader') this.role = 'follower'`,
    },
  ],
}
