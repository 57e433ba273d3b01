import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q05',
  title: 'Of two versions with the same number each node keeps the first',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `left.number === right.number ? right.writer > left.writer : right.number > left.number`,
      replace: `right.number > left.number`,
    },
  ],
}
