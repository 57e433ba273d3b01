import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E09',
  title: 'Goes on naming the leader of an old term',
  breaks: 'names-only-leaders',
  patch: [
    {
      find: `    this.role = 'follower'
    this.leaderId = null
    this.setBallot(term, null)`,
      replace: `    this.role = 'follower'
    this.setBallot(term, null)`,
    },
  ],
}
