import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L10',
  title: 'Extends the lease when one follower has answered, whatever the number of nodes',
  breaks: 'linearizable',
  patch: [
    {
      find: `      if (!this.isMajority(new Set(holders))) break
      this.sentAt`,
      replace: `      if (holders.length < 2) break
      this.sentAt`,
    },
  ],
}
