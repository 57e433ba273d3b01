import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L02',
  title: 'Takes every entry that it sent for delivered and never sends it again',
  breaks: 'commands-reach-all-logs',
  patch: [
    {
      find: `      leaderCommit: this.commitIndex,
    })`,
      replace: `      leaderCommit: this.commitIndex,
    })
    this.nextIndex.set(peer, this.log.length + 1)`,
    },
  ],
}
