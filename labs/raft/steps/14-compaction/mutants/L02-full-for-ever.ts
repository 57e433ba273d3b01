import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L02',
  title: 'Takes nothing while its log is full, not even one entry of its own term',
  breaks: 'answered-within',
  patch: [
    {
      find: `    const hasOwn = this.termAt(this.lastIndex) === this.currentTerm
    return hasOwn && this`,
      replace: '    return this',
    },
  ],
}
