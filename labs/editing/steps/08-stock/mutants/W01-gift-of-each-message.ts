import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'W01',
  title: 'Adds up the gifts of each message that arrives',
  breaks: 'shares-add-up',
  patch: [
    {
      find: `both[shop] = Math.max(both[shop] ?? 0, count)`,
      replace: `both[shop] = (both[shop] ?? 0) + count`,
    },
  ],
}
