import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C03',
  title: 'A new leader takes its whole log for committed',
  breaks: 'commits-own-term',
  patch: [
    {
      find: `    this.heardFrom.clear()
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
      replace: `    this.heardFrom.clear()
    this.commitUpTo(this.log.length)
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
    },
  ],
}
