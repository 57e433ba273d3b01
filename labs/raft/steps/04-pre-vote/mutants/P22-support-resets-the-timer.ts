import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P22',
  title: 'Waits anew whenever it supports somebody',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
    if (voteGranted) this.restartElectionTimer()
`,
    },
  ],
}
