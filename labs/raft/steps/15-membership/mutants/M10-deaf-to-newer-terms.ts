import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M10',
  title: 'Is deaf to newer terms in answers, too: a leader of the past goes on',
  breaks: 'yields-unless-led',
  patch: [
    {
      find: '    if (message.term > this.currentTerm) this.stepDown(message.term)',
      replace: `    if (message.type === 'AppendEntriesReply' && message.term > this.currentTerm) return
    if (message.term > this.currentTerm) this.stepDown(message.term)`,
    },
  ],
}
