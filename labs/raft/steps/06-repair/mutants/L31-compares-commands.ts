import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L31',
  title: 'Takes entries with the same command for the same, whatever their term',
  breaks: 'log-matching',
  patch: [
    {
      find: '      (entry, offset) => this.termAt(prevLogIndex + 1 + offset) !== entry.term,',
      replace:
        '      (entry, offset) => this.log[prevLogIndex + offset]?.command !== entry.command,',
    },
  ],
}
