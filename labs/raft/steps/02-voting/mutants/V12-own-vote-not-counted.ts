import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V12',
  title: 'Does not count its own vote',
  breaks: 'elects-without-minority',
  patch: [
    {
      find: 'this.votes = new Set([this.id])',
      replace: 'this.votes = new Set()',
    },
  ],
}
