import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L20',
  title: 'Takes a log for up to date that is longer or ends in a later term',
  breaks: 'votes-for-up-to-date-logs',
  patch: [
    {
      find: `    if (lastLogTerm !== own.lastLogTerm) return lastLogTerm > own.lastLogTerm
    return lastLogIndex >= own.lastLogIndex`,
      replace: '    return lastLogTerm > own.lastLogTerm || lastLogIndex >= own.lastLogIndex',
    },
  ],
}
