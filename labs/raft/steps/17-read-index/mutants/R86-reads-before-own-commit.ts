import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R86',
  title: 'A new leader trusts its commit index before it has committed anything itself',
  breaks: 'linearizable',
  patch: [
    {
      find: '    this.lead({ term: this.currentTerm, command: null })',
      replace: '    this.sendHeartbeats()',
    },
    {
      find: `    if (this.role !== 'leader' || this.termAt(this.commitIndex) !== this.currentTerm) return
    const waiting`,
      replace: `    if (this.role !== 'leader') return
    const waiting`,
    },
    {
      find: '      const index = Math.max(read.index, this.firstOfTerm)',
      replace: '      const index = read.index',
    },
  ],
}
