import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R14',
  title: 'Ignores the terms of others',
  breaks: 'yields-to-newer-term',
  patch: [
    {
      find: '    if (message.term > this.currentTerm) this.stepDown(message.term)',
      replace: `    if (message.type === 'RequestVoteReply') this.stepDown(message.term)`,
    },
  ],
}
