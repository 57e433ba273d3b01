import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P07',
  title: 'Reads its term after a restart, not its vote',
  breaks: 'restarts-with-its-vote',
  patch: [
    {
      find: '    this.votedFor = ballot?.votedFor ?? null',
      replace: '    this.votedFor = null',
    },
  ],
}
