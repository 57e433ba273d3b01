import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D07',
  title: 'Of two characters with equal counters, the one that comes first goes first',
  breaks: 'one-list-order',
  patch: [
    {
      find: `a.counter === b.counter ? a.node > b.node : a.counter > b.counter`,
      replace: `a.counter > b.counter`,
    },
  ],
}
