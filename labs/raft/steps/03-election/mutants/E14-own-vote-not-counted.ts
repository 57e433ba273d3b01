import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E14',
  title: 'Does not count its own vote',
  breaks: 'majority-elects',
  patch: [
    {
      find: 'this.votes = new Set([this.id])',
      replace: 'this.votes = new Set()',
    },
  ],
}
