import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R66',
  title: 'Throws the log away when a snapshot comes, also what follows it and is right',
  breaks: 'acknowledged-entries-stay',
  patch: [
    {
      find: '        this.restore(snapshot, { base: this.snapshotIndex, entries: this.log })',
      replace: '        this.restore(snapshot, { base: this.snapshotIndex, entries: [] })',
    },
  ],
}
