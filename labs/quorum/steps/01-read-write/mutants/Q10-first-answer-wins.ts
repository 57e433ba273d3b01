import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q10',
  title: 'Returns the first copy that it hears of, not the newest',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `    waiting.newest = newerOf(waiting.newest, copy)`,
      replace: `    waiting.newest ??= copy`,
    },
  ],
}
