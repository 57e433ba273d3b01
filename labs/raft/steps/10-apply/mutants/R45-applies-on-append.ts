import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R45',
  title: 'Applies what is in the log, committed or not',
  breaks: 'indexes-in-order',
  patch: [
    {
      find: '    while (this.lastApplied < this.commitIndex) this.applyNext()',
      replace: '    while (this.lastApplied < this.log.length) this.applyNext()',
    },
  ],
}
