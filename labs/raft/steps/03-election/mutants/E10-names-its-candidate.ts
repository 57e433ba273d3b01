import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E10',
  title: 'Takes whom it votes for to be the leader',
  breaks: 'names-only-leaders',
  patch: [
    {
      find: `      this.setBallot(this.currentTerm, candidate)
`,
      replace: `      this.setBallot(this.currentTerm, candidate)
      this.leaderId = candidate
`,
    },
  ],
}
