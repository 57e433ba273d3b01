import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V05',
  title: 'Reads the term back after a crash, but not the vote',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: 'this.votedFor = ballot?.votedFor ?? null',
      replace: 'this.votedFor = null',
    },
  ],
}
