import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R28',
  title: 'Gives its vote when it is only asked for a pre-vote',
  breaks: 'pre-vote-changes-nothing',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
    if (voteGranted) this.setBallot(this.currentTerm, candidate)
`,
    },
  ],
}
