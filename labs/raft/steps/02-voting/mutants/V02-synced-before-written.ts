import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V02',
  title: 'Syncs first and writes then',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()`,
      replace: `    this.disk.sync()
    this.disk.write('ballot', { term, votedFor })`,
    },
  ],
}
