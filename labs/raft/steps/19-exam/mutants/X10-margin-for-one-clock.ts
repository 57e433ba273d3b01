import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'X10',
  title: 'Takes off the drift of its own clock, and not that of the others',
  breaks: 'linearizable',
  patch: [
    {
      find: `(ELECTION_MS_MIN * (1 - drift)) / (1 + drift) - 1`,
      replace: `ELECTION_MS_MIN * (1 - drift) - 1`,
    },
  ],
}
