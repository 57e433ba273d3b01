import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P11',
  title: 'A leader supports who would replace it',
  breaks: 'no-pre-vote-while-led',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    const voteGranted = term === this.currentTerm && !this.hearsLeader
`,
    },
  ],
}
