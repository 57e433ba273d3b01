import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R63',
  title: 'Takes an index of the log for an index of what is left of it',
  breaks: 'log-matching',
  patch: [
    {
      find: 'this.log.slice(prevLogIndex - this.snapshotIndex)',
      replace: 'this.log.slice(prevLogIndex)',
    },
  ],
}
