import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L09',
  title: 'Trusts a new lease before it has committed in its term',
  breaks: 'linearizable',
  patch: [
    {
      find: '    if (isFresh && this.now() < this.leaseUntil)',
      replace: `    if ((isFresh || this.role === 'leader') && this.now() < this.leaseUntil)`,
    },
  ],
}
