import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P08',
  title: 'Does not store a newer term that it hears of',
  breaks: 'terms-grow',
  patch: [
    {
      find: `    this.preVotes.clear()
    this.setBallot(term, null)`,
      replace: `    this.preVotes.clear()
    this.currentTerm = term
    this.votedFor = null`,
    },
  ],
}
