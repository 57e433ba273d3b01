import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M09',
  title: 'Does not take over the members of an installed snapshot',
  breaks: 'members-follow-log',
  patch: [
    {
      find: `        this.restore(snapshot, { base: this.snapshotIndex, entries: this.log })
        this.findMembers()`,
      replace: `        const { snapshotMembers } = this
        this.restore(snapshot, { base: this.snapshotIndex, entries: this.log })
        this.snapshotMembers = snapshotMembers
        this.findMembers()`,
    },
  ],
}
