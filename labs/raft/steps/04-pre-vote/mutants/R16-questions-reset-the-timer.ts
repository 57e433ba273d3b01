import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R16',
  title: 'Waits anew whenever somebody asks it',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    if (this.role !== 'leader') this.restartElectionTimer()
    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
    },
  ],
}
