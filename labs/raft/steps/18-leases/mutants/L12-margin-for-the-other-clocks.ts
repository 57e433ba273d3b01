import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L12',
  title: 'Takes off the drift of the others, and not that of its own clock',
  breaks: 'linearizable',
  patch: [
    {
      find: `(ELECTION_MS_MIN * (1 - drift)) / (1 + drift) - 1`,
      replace: `ELECTION_MS_MIN / (1 + drift) - 1`,
    },
  ],
}
