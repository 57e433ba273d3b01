import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R30',
  title: 'Looks whether there is a previous entry, not of which term it is',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: '    if (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm) {',
      replace: '    if (prevLogIndex > this.log.length) {',
    },
    {
      find: 'prevLogIndex, prevLogTerm, entries }',
      replace: 'prevLogIndex, entries }',
    },
  ],
}
