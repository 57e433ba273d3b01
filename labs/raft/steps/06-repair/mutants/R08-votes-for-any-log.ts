import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R08',
  title: 'Votes without comparing logs',
  breaks: 'votes-for-up-to-date-logs',
  patch: [
    {
      find: `    const own = this.lastEntry()
    if (lastLogTerm !== own.lastLogTerm) return lastLogTerm > own.lastLogTerm
    return lastLogIndex >= own.lastLogIndex`,
      replace: '    return lastLogTerm >= 0 && lastLogIndex >= 0',
    },
  ],
}
