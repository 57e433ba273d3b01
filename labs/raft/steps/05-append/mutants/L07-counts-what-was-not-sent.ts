import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L07',
  title: 'On success, takes its present last entry for what the follower has',
  breaks: 'commands-reach-all-logs',
  patch: [
    {
      find: 'Math.max(next, reply.matchIndex + 1)',
      replace: 'Math.max(next, this.log.length + 1)',
    },
  ],
}
