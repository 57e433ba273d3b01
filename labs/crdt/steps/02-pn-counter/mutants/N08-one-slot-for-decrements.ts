import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N08',
  title: 'All replicas share one count of decrements',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `raised(taken, this.id, by)`,
      replace: `raised(taken, 'all', by)`,
    },
  ],
}
