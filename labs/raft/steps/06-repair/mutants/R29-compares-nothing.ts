import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R29',
  title: 'Appends without looking at the previous entry',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: '    if (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm) {',
      replace: '    if (false as boolean) {',
    },
    {
      find: `    this.log.length = prevLogIndex + differs
    this.log.push(...entries.slice(differs))`,
      replace:
        '    this.log.splice(prevLogIndex + differs, this.log.length, ...entries.slice(differs))',
    },
  ],
}
