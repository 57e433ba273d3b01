import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V04',
  title: 'Reads the vote back after a crash, but not the term',
  breaks: 'terms-grow',
  patch: [
    {
      find: 'this.currentTerm = ballot?.term ?? 0',
      replace: 'this.currentTerm = 0',
    },
  ],
}
