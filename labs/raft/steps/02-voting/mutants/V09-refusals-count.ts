import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V09',
  title: 'Counts every answer as a vote',
  breaks: 'leader-has-majority',
  patch: [
    {
      find: 'term !== this.currentTerm || !voteGranted) return',
      replace: 'term !== this.currentTerm) return',
    },
    {
      find: 'private countVote(voter: NodeId, term: number, voteGranted: boolean)',
      replace: 'private countVote(voter: NodeId, term: number, _voteGranted: boolean)',
    },
  ],
}
