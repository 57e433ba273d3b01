import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A06',
  title: 'A follower refuses and names itself instead of the leader',
  breaks: 'refuses-and-names-leader',
  patch: [
    {
      find: 'return this.refuse(request, this.leaderHint)',
      replace: 'return this.refuse(request, this.id)',
    },
  ],
}
