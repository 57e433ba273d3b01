import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O19',
  title: 'Answers an add with a number',
  breaks: 'well-formed-answers',
  patch: [
    {
      find: 'this.reply(call, answer.result))',
      replace: 'this.reply(call, answer.result ?? 0))',
    },
  ],
}
