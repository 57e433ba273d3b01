import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L01',
  title: 'Counts the lease from when the answer came',
  breaks: 'linearizable',
  patch: [
    {
      find: '      this.leaseUntil = Math.max(this.leaseUntil, sentAt + this.leaseMs)',
      replace:
        '      this.leaseUntil = Math.max(this.leaseUntil, sentAt, this.now() + this.leaseMs)',
    },
  ],
}
