import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M01',
  title: 'Goes by new members only once their entry is committed',
  breaks: 'members-follow-log',
  patch: [
    {
      find: `    const latest = this.log.findLast(({ members }) => members !== undefined)
    this.members =`,
      replace: `    const committed = this.log.slice(0, Math.max(0, this.commitIndex - this.snapshotIndex))
    const latest = committed.findLast(({ members }) => members !== undefined)
    this.members =`,
    },
  ],
}
