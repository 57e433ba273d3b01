import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C05',
  title: 'A node in a new term begins with commitIndex 0',
  breaks: 'commit-index-grows',
  patch: [
    {
      find: `    this.hearsLeader = false
    this.preVotes.clear()`,
      replace: `    this.hearsLeader = false
    this.commitIndex = 0
    this.preVotes.clear()`,
    },
  ],
}
