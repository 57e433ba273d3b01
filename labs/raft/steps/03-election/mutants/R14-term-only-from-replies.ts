import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R14',
  title: 'Takes over a newer term from replies, but not from requests',
  breaks: 'yields-to-newer-term',
  patch: [
    {
      find: `    if (message.term > this.currentTerm) this.stepDown(message.term)
`,
      replace: `    const isReply = message.type === 'RequestVoteReply' || message.type === 'AppendEntriesReply'
    if (isReply && message.term > this.currentTerm) this.stepDown(message.term)
`,
    },
  ],
}
