import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R39',
  title: 'On success, takes its present last entry for what the follower has',
  breaks: 'commit-has-majority',
  patch: [
    {
      find: `      if (reply.matchIndex <= matched) return
      this.matchIndex.set(peer, reply.matchIndex)`,
      replace: '      this.matchIndex.set(peer, this.log.length)',
    },
  ],
}
