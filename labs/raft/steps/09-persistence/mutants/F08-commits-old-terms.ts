import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'F08',
  title: 'Takes any entry for committed that a majority stores, also of old terms',
  breaks: 'commits-own-term',
  patch: [
    {
      find: `      if (this.termAt(index) !== this.currentTerm) return
`,
      replace: '',
    },
  ],
}
