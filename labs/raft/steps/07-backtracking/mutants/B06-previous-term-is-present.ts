import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B06',
  title: 'Sends its present term as the term of the previous entry',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: 'prevLogTerm: this.termAt(prevLogIndex),',
      replace: 'prevLogTerm: prevLogIndex === 0 ? 0 : this.currentTerm,',
    },
  ],
}
