import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E22',
  title: 'Takes over a newer term and does not store it',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.leaderId = null
    this.setBallot(term, null)`,
      replace: `    this.leaderId = null
    this.currentTerm = term
    this.votedFor = null`,
    },
  ],
}
