import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V07',
  title: 'Forgets the vote of the old term on disk before it stores the new term',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: `    this.role = 'follower'
    this.setBallot(term, null)`,
      replace: `    this.role = 'follower'
    this.setBallot(this.currentTerm, null)
    this.setBallot(term, null)`,
    },
  ],
}
