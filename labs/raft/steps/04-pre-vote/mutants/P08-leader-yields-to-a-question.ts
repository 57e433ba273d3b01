import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P08',
  title: 'A leader that is asked for a pre-vote steps down',
  breaks: 'pre-vote-changes-nothing',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    if (term === this.currentTerm) this.role = 'follower'
    const voteGranted = term === this.currentTerm && !this.hearsLeader
`,
    },
  ],
}
