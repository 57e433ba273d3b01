import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L23',
  title: 'Replaces the entries in conflict and keeps those behind them',
  breaks: 'log-matching',
  patch: [
    {
      find: `    this.log.length = prevLogIndex + differs
    this.log.push(...entries.slice(differs))`,
      replace: '    this.log.splice(prevLogIndex, entries.length, ...entries)',
    },
  ],
}
