import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R32',
  title: 'Follows leaderCommit before it has compared logs',
  breaks: 'committed-entries-agree',
  patch: [
    {
      find: '    if (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm) {',
      replace: `    this.commitUpTo(Math.min(leaderCommit, this.log.length))
    if (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm) {`,
    },
  ],
}
