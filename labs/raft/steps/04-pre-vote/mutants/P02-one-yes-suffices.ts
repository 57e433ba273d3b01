import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P02',
  title: 'Stands as soon as one other node would vote for it',
  breaks: 'stands-with-support',
  patch: [
    {
      find: 'this.preVotes.size >= this.majority',
      replace: 'this.preVotes.size >= Math.min(2, this.majority)',
    },
  ],
}
