import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L04',
  title: 'Refuses commands without naming the leader',
  breaks: 'refuses-and-names-leader',
  patch: [
    {
      find: 'this.refuse(request, this.leaderHint)',
      replace: `this.refuse(request, 'not the leader')`,
    },
  ],
}
