import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R04',
  title: 'Sends its vote, then stores it',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    if (voteGranted) {
      this.setBallot(this.currentTerm, candidate)
      this.restartElectionTimer()
    }
    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })`,
      replace: `    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
    if (voteGranted) {
      this.setBallot(this.currentTerm, candidate)
      this.restartElectionTimer()
    }`,
    },
  ],
}
