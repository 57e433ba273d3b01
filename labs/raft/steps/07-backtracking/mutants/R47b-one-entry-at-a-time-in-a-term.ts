import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R47b',
  title: 'Goes back by one entry for each refusal where terms differ',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: `    if (conflictIndex === undefined) return prevLogIndex
    if (typeof conflictTerm !== 'number') return conflictIndex
    let index = prevLogIndex
    while (index >= conflictIndex && this.termAt(index) !== conflictTerm) index--
    return index >= conflictIndex ? index + 1 : conflictIndex`,
      replace: '    return conflictTerm === null ? (conflictIndex ?? prevLogIndex) : prevLogIndex',
    },
  ],
}
