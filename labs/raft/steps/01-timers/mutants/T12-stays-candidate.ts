import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T12',
  title: 'Takes over a newer term and stays a candidate',
  breaks: 'yields-to-newer-term',
  patch: [
    {
      find: `    this.role = 'follower'
    this.setTerm(term)`,
      replace: '    this.setTerm(term)',
    },
  ],
}
