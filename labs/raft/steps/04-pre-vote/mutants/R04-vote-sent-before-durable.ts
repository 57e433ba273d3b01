import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R04',
  title: 'Answers a vote request before the vote is on disk',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: `    if (voteGranted) {
      this.setBallot(this.currentTerm, candidate)
      this.restartElectionTimer()
    }
    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })`,
      replace: `    if (voteGranted) this.restartElectionTimer()
    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
    if (voteGranted) this.setBallot(this.currentTerm, candidate)`,
    },
  ],
}
