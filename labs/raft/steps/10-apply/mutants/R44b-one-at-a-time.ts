import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R44b',
  title: 'Applies only one entry each time when commitIndex moves',
  breaks: 'applied-everywhere',
  patch: [
    {
      find: '    while (this.lastApplied < this.commitIndex) this.applyNext()',
      replace:
        '    if (index > this.lastApplied && this.lastApplied < this.commitIndex) this.applyNext()',
    },
    {
      find: `    this.commitIndex = Math.max(this.commitIndex, index)
`,
      replace: `    if (index <= this.commitIndex) return
    this.commitIndex = index
`,
    },
  ],
}
