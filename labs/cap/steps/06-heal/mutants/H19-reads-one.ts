import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H19',
  title: 'A read is answered with the first value',
  breaks: 'answers-fit-values',
  patch: [
    {
      find: 'return this.reply(request, this.values)',
      replace: 'return this.reply(request, this.values.slice(0, 1))',
    },
  ],
}
