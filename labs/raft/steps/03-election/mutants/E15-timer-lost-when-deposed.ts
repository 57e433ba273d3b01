import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E15',
  title: 'A leader that steps down never waits for an election again',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    if (this.role === 'leader') this.restartElectionTimer()
`,
      replace: '',
    },
  ],
}
