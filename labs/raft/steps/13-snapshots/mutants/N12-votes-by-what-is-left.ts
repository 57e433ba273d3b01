import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N12',
  title: 'Compares logs by the number of entries that are left of them',
  breaks: 'votes-for-up-to-date-logs',
  patch: [
    {
      find: '    return { lastLogIndex: this.lastIndex, lastLogTerm: this.termAt(this.lastIndex) }',
      replace:
        '    return { lastLogIndex: this.log.length, lastLogTerm: this.termAt(this.lastIndex) }',
    },
  ],
}
