import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N08',
  title: 'Gives the snapshot the present term instead of that of its last entry',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `      term: this.termAt(index),
      data`,
      replace: `      term: this.currentTerm,
      data`,
    },
  ],
}
