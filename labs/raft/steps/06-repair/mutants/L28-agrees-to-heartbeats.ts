import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L28',
  title: 'Compares the previous entry only when a message carries entries',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: '    if (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm) {',
      replace: `    const isBeat = entries.length === 0
    if (!isBeat && (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm)) {`,
    },
  ],
}
