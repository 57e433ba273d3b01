import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P14',
  title: 'A leader checks once that it is heard, and never again',
  breaks: 'leader-hears-majority',
  patch: [
    {
      find: `if (hears) return this.setTimer('quorum', ELECTION_MS_MAX)`,
      replace: 'if (hears) return',
    },
  ],
}
