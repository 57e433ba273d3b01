import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L27',
  title: 'A new leader gives all its entries its own term',
  breaks: 'leader-append-only',
  patch: [
    {
      find: `    this.heardFrom.clear()
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
      replace: `    this.heardFrom.clear()
    this.log = this.log.map(({ command }) => ({ term: this.currentTerm, command }))
    this.setTimer('quorum', ELECTION_MS_MAX)
    for`,
    },
  ],
}
