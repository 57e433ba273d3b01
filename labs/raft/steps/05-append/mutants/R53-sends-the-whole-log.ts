import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R53',
  title: 'Sends the whole log in every AppendEntries',
  breaks: 'entries-sent-seldom',
  patch: [
    {
      find: '    const prevLogIndex = (this.nextIndex.get(peer) ?? 1) - 1',
      replace: '    const prevLogIndex = 0',
    },
  ],
}
