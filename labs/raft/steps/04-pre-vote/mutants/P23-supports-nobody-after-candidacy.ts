import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P23',
  title: 'A candidate supports nobody else',
  breaks: 'leader-after-heal',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    const voteGranted = term === this.currentTerm && this.role === 'follower' && this.leaderId !== null && !this.hearsLeader
`,
    },
  ],
}
