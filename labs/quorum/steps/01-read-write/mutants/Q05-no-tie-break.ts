import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q05',
  title: 'Compares times only: of two with the same time each replica keeps the first',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `a.time === b.time ? a.writer > b.writer : a.time > b.time`,
      replace: `a.time > b.time`,
    },
  ],
}
