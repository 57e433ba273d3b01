import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R85',
  title: 'The leader answers reads from its own state, without asking anybody',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.reads.push({ request, round: this.round + 1, index: this.commitIndex })
    this.sendRound()
    this.answerReads()`,
      replace: '    this.answerRead(request)',
    },
  ],
}
