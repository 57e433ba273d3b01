import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T03',
  title: 'Stops waiting when it hears of a newer term',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    this.role = 'follower'
    this.setTerm(term)`,
      replace: `    this.role = 'follower'
    this.cancelTimer('election')
    this.setTerm(term)`,
    },
  ],
}
