import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R07',
  title: 'A voter compares the candidate’s log with what it knows to be committed',
  breaks: 'votes-for-up-to-date-logs',
  patch: [
    {
      find: `    const own = this.lastEntry()
    if (lastLogTerm !== own.lastLogTerm) return lastLogTerm > own.lastLogTerm
    return lastLogIndex >= own.lastLogIndex`,
      replace:
        '    return lastLogTerm >= this.termAt(this.commitIndex) && lastLogIndex >= this.commitIndex',
    },
  ],
}
