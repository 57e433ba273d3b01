import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R04b',
  title: 'Writes term and vote but never syncs them',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.disk.write('votedFor', this.votedFor)
    this.disk.sync()`,
      replace: `    this.disk.write('votedFor', this.votedFor)`,
    },
  ],
}
