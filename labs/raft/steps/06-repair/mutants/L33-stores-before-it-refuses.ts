import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L33',
  title: 'Refuses leaders whose term is over, and stores what they send',
  breaks: 'deletes-only-conflicts',
  patch: [
    {
      find: '    if (message.term < this.currentTerm) {',
      replace: `    if (message.term < this.currentTerm) {
      if (this.termAt(prevLogIndex) === prevLogTerm) this.append(prevLogIndex, entries)`,
    },
  ],
}
