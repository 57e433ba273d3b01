import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L04',
  title: 'Extends the lease for any answer',
  breaks: 'linearizable',
  patch: [
    {
      find: `      if (!this.isMajority(new Set(holders))) break
      this.sentAt`,
      replace: `      if (holders.length === 0) break
      this.sentAt`,
    },
  ],
}
