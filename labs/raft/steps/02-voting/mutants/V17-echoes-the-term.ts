import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V17',
  title: 'Answers with the term of the question',
  breaks: 'answers-in-own-term',
  patch: [
    {
      find: `type: 'RequestVoteReply', term: this.currentTerm, voteGranted`,
      replace: `type: 'RequestVoteReply', term, voteGranted`,
    },
  ],
}
