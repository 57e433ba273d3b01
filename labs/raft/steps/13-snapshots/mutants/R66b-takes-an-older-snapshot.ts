import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R66b',
  title: 'Takes over a snapshot that is older than what it has applied',
  breaks: 'last-applied-grows',
  patch: [
    {
      find: 'if (lastIncludedIndex > this.commitIndex) {',
      replace: 'if (lastIncludedIndex > this.snapshotIndex) {',
    },
  ],
}
