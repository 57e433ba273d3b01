import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B01',
  title: 'Begins at the first entry after each refusal',
  breaks: 'resends-few',
  patch: [
    {
      find: `    if (conflictIndex === undefined) return prevLogIndex
    if (typeof conflictTerm !== 'number') return conflictIndex
    let index = prevLogIndex
    while (index >= conflictIndex && this.termAt(index) !== conflictTerm) index--
    return index >= conflictIndex ? index + 1 : conflictIndex`,
      replace: '    return Math.min(1, prevLogIndex)',
    },
    {
      find: 'backtrack({ prevLogIndex, conflictTerm, conflictIndex }: AppendEntriesReply)',
      replace: 'backtrack({ prevLogIndex }: AppendEntriesReply)',
    },
  ],
}
