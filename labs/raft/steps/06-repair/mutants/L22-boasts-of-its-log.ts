import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L22',
  title: 'Names its present term as that of its last entry',
  breaks: 'replicated-entries-survive',
  patch: [
    {
      find: 'lastLogTerm: this.termAt(this.log.length) }',
      replace: 'lastLogTerm: this.currentTerm }',
    },
  ],
}
