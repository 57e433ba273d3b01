import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L01',
  title: 'Goes on taking commands while nothing commits',
  breaks: 'refuses-when-full',
  patch: [
    {
      find: `    if (this.isFull) return this.refuse(request, this.id)
`,
      replace: '',
    },
    {
      find: `  /**
   * Too many entries wait to be committed. One of the leader's own term is let in even so:
   * without it, those of older terms would never be committed (Raft, section 5.4.2).
   */
  private get isFull(): boolean {
    const hasOwn = this.termAt(this.lastIndex) === this.currentTerm
    return hasOwn && this.lastIndex - this.commitIndex >= this.logEntriesMax
  }

`,
      replace: '',
    },
  ],
}
