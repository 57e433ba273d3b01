import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M05',
  title: 'Takes snapshots without the members, and starts with the first ones again',
  breaks: 'members-follow-log',
  patch: [
    {
      find: `    this.snapshotMembers = snapshot.members
`,
      replace: `    this.snapshotMembers = this.settings.members as readonly NodeId[]
`,
    },
  ],
}
