import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C01',
  title: 'Sets commitIndex to whatever the last message says',
  breaks: 'commit-index-grows',
  patch: [
    {
      find: '    this.commitUpTo(Math.min(leaderCommit, matchIndex))',
      replace: '    this.commitIndex = Math.min(leaderCommit, matchIndex)',
    },
  ],
}
