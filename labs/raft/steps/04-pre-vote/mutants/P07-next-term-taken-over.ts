import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P07',
  title: 'Moves to the next term when it is asked about it',
  breaks: 'pre-vote-changes-nothing',
  patch: [
    {
      find: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
`,
      replace: `    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
    if (voteGranted) this.setBallot(this.currentTerm + 1, null)
`,
    },
  ],
}
