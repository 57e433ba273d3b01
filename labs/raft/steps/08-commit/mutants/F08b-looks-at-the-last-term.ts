import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'F08b',
  title: 'Looks at the term of its last entry instead of the one that it commits',
  breaks: 'commits-own-term',
  patch: [
    {
      find: `      if (this.termAt(index) !== this.currentTerm) return
`,
      replace: `      if (this.termAt(this.log.length) !== this.currentTerm) return
`,
    },
  ],
}
