import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R50',
  title: 'A new leader drops the entries that it does not know to be committed',
  breaks: 'leader-append-only',
  patch: [
    {
      find: `    this.heardFrom.clear()
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
      replace: `    this.heardFrom.clear()
    this.log.length = this.commitIndex
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
    },
  ],
}
