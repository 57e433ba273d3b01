import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V10',
  title: 'Keeps the votes of earlier terms when it stands again',
  breaks: 'leader-has-majority',
  patch: [
    {
      find: 'this.votes = new Set([this.id])',
      replace: 'this.votes.add(this.id)',
    },
  ],
}
