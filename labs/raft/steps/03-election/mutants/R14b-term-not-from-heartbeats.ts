import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R14b',
  title: 'Takes over a newer term from votes, but not from heartbeats',
  breaks: 'yields-to-newer-term',
  patch: [
    {
      find: `    if (message.term > this.currentTerm) this.stepDown(message.term)
`,
      replace: `    const isVote = message.type === 'RequestVote' || message.type === 'RequestVoteReply'
    if (isVote && message.term > this.currentTerm) this.stepDown(message.term)
`,
    },
    {
      find: `term === this.currentTerm
    if (success)`,
      replace: `term >= this.currentTerm
    if (success)`,
    },
  ],
}
