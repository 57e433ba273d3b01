import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R05b',
  title: 'Compares only the last terms of the two logs',
  breaks: 'votes-for-up-to-date-logs',
  patch: [
    {
      find: '    return lastLogIndex >= own.lastLogIndex',
      replace: '    return true',
    },
    {
      find: 'isUpToDate({ lastLogIndex, lastLogTerm }: LastEntry)',
      replace: 'isUpToDate({ lastLogTerm }: LastEntry)',
    },
  ],
}
