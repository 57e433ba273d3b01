import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L04',
  title: 'Makes room by dropping entries that are not committed yet',
  breaks: 'leader-append-only',
  patch: [
    {
      find: `    if (this.isFull) return this.refuse(request, this.id)
`,
      replace: `    if (this.isFull) this.log.length = Math.max(0, this.commitIndex - this.snapshotIndex)
`,
    },
  ],
}
