import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R44c',
  title: 'A new leader applies its whole log once more',
  breaks: 'last-applied-grows',
  patch: [
    {
      find: `    this.heardFrom.clear()
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
      replace: `    this.heardFrom.clear()
    this.lastApplied = 0
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
    },
  ],
}
