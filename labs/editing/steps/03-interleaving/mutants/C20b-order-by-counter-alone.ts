import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C20b',
  title: 'Characters on the same side stand in the order of their counters, ties by arrival',
  breaks: 'one-list-order',
  patch: [
    {
      find: `  return a.node === b.node ? a.counter < b.counter : a.node < b.node`,
      replace: `  return a.counter < b.counter`,
    },
  ],
}
