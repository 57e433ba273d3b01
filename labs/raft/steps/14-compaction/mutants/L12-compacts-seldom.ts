import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L12',
  title: 'Takes a snapshot only once the log is twice as long as it may be',
  breaks: 'compacts-in-time',
  patch: [
    {
      find: '    if (this.log.length >= this.logEntriesMax) this.compact()',
      replace: '    if (this.log.length >= 2 * this.logEntriesMax) this.compact()',
    },
  ],
}
