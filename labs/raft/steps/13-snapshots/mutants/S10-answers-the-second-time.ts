import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S10',
  title: 'Answers nobody who asks for the first time, only who asks again',
  breaks: 'answered-within',
  patch: [{ find: `    this.waiting.set(this.lastIndex, request)\n`, replace: `` }],
}
