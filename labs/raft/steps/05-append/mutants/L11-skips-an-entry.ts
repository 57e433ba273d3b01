import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L11',
  title: 'Leaves out the first entry that the follower lacks',
  breaks: 'log-matching',
  patch: [
    {
      find: 'entries: this.log.slice(prevLogIndex),',
      replace: 'entries: this.log.slice(prevLogIndex + 1),',
    },
  ],
}
