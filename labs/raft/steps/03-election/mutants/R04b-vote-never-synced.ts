import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R04b',
  title: 'Writes term and vote but never syncs them',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()`,
      replace: `    this.disk.write('ballot', { term, votedFor })`,
    },
  ],
}
