import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N10',
  title: 'Empties the log when it takes a snapshot, also of what is not applied yet',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: `    this.replaceEntries(snapshot, { base: this.snapshotIndex, entries: this.log })
    this.persist`,
      replace: `    this.replaceEntries(snapshot, { base: this.snapshotIndex, entries: [] })
    this.persist`,
    },
  ],
}
