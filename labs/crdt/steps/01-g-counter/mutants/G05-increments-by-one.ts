import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G05',
  title: 'An increment always adds one',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `(state[this.id] ?? 0) + by`,
      replace: `(state[this.id] ?? 0) + Math.min(by, 1)`,
    },
  ],
}
