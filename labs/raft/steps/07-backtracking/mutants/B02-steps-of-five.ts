import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B02',
  title: 'Goes back by five entries for each refusal',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: `    if (conflictIndex === undefined) return prevLogIndex
    if (typeof conflictTerm !== 'number') return conflictIndex
    let index = prevLogIndex
    while (index >= conflictIndex && this.termAt(index) !== conflictTerm) index--
    return index >= conflictIndex ? index + 1 : conflictIndex`,
      replace: '    return prevLogIndex - 4',
    },
    {
      find: 'backtrack({ prevLogIndex, conflictTerm, conflictIndex }: AppendEntriesReply)',
      replace: 'backtrack({ prevLogIndex }: AppendEntriesReply)',
    },
  ],
}
