import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N04',
  title: 'Only the leader takes snapshots',
  breaks: 'compacts-in-time',
  patch: [
    {
      find: '    if (this.log.length >= this.logEntriesMax) this.compact()',
      replace:
        "    if (this.role === 'leader' && this.log.length >= this.logEntriesMax) this.compact()",
    },
  ],
}
