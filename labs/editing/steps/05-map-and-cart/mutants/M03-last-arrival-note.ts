import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M03',
  title: 'Of two notes the one that arrives last is shown',
  breaks: 'strong-convergence',
  patch: [
    {
      find: `.sort(([a], [b]) => (a < b ? -1 : 1))`,
      replace: ``,
    },
  ],
}
