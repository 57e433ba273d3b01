import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X05',
  title: 'Answers a vote before it is on the disk',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()`,
      replace: `    this.disk.write('ballot', { term, votedFor })`,
    },
  ],
}
