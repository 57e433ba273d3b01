import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R45',
  title: 'A follower takes an entry for committed when it stores it',
  breaks: 'commit-comes-from-leader',
  patch: [
    {
      find: '    this.commitUpTo(Math.min(leaderCommit, matchIndex))',
      replace: '    this.commitUpTo(Math.max(leaderCommit, matchIndex))',
    },
  ],
}
