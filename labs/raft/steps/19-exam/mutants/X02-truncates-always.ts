import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X02',
  title: 'Cuts its log behind the last entry that it is sent, though nothing differs',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: `    if (differs < 0) return
    this.log.length = prevLogIndex + differs - this.snapshotIndex`,
      replace: '    this.log.length = prevLogIndex + Math.max(0, differs) - this.snapshotIndex',
    },
    {
      find: '    this.log.push(...entries.slice(differs))',
      replace: '    this.log.push(...entries.slice(Math.max(0, differs)))',
    },
  ],
}
