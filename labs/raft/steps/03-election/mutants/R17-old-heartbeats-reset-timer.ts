import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R17',
  title: 'Heartbeats of an old term put off the next election',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    const success = term === this.currentTerm
`,
      replace: `    const success = term === this.currentTerm
    if (this.role !== 'leader') this.restartElectionTimer()
`,
    },
  ],
}
