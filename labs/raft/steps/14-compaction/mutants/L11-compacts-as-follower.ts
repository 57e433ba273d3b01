import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L11',
  title: 'Takes no snapshot while it leads',
  breaks: 'compacts-in-time',
  patch: [
    {
      find: '    if (this.log.length >= this.logEntriesMax) this.compact()',
      replace:
        "    if (this.role !== 'leader' && this.log.length >= this.logEntriesMax) this.compact()",
    },
  ],
}
