import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R63b',
  title: 'Cuts the log at an index that counts from the first entry ever',
  breaks: 'well-formed-log',
  patch: [
    {
      find: 'this.log.length = prevLogIndex + differs - this.snapshotIndex',
      replace: 'this.log.length = prevLogIndex + differs',
    },
  ],
}
