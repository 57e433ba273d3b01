import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V06',
  title: 'A candidate keeps its own vote free for others',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: 'this.setBallot(this.currentTerm + 1, this.id)',
      replace: 'this.setBallot(this.currentTerm + 1, null)',
    },
  ],
}
