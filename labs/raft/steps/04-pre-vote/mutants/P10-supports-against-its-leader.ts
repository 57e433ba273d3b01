import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P10',
  title: 'Would vote for another although it hears its leader',
  breaks: 'no-pre-vote-while-led',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    const voteGranted = term === this.currentTerm && this.role !== 'leader'
`,
    },
  ],
}
