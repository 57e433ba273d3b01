import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E21',
  title: 'Answers an old leader with its own old term',
  breaks: 'answers-in-own-term',
  patch: [
    {
      find: `{ type: 'AppendEntriesReply', term: this.currentTerm, success }`,
      replace: `{ type: 'AppendEntriesReply', term, success }`,
    },
  ],
}
