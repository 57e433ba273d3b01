import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R91',
  title: 'Counts on clocks that all run alike',
  breaks: 'linearizable',
  patch: [
    {
      find: '    return (ELECTION_MS_MIN * (1 - drift)) / (1 + drift) - 1',
      replace: '    return ELECTION_MS_MIN + 0 * drift',
    },
  ],
}
