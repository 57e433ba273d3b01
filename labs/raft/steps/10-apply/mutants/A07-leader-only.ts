import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A07',
  title: 'Only the leader applies entries',
  breaks: 'applied-everywhere',
  patch: [
    {
      find: '    while (this.lastApplied < this.commitIndex) this.applyNext()',
      replace:
        "    while (this.role === 'leader' && this.lastApplied < this.commitIndex) this.applyNext()",
    },
  ],
}
