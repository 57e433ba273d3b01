import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R05',
  title: 'Compares only how long the two logs are',
  breaks: 'votes-for-up-to-date-logs',
  patch: [
    {
      find: `    const own = this.lastEntry()
    if (lastLogTerm !== own.lastLogTerm) return lastLogTerm > own.lastLogTerm
    return lastLogIndex >= own.lastLogIndex`,
      replace: '    return lastLogIndex >= this.log.length',
    },
    {
      find: 'isUpToDate({ lastLogIndex, lastLogTerm }: LastEntry)',
      replace: 'isUpToDate({ lastLogIndex }: LastEntry)',
    },
  ],
}
