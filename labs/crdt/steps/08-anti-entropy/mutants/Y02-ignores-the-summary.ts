import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y02',
  title: 'Sends posts from the first one on, whatever the other has',
  breaks: 'quiet-when-equal',
  patch: [
    {
      find: `let number = (summary[node] ?? 0) + 1;`,
      replace: `let number = summary === undefined ? 2 : 1;`,
    },
  ],
}
