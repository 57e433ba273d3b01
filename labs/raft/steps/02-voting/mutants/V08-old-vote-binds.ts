import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'V08',
  title: 'A vote of an old term still binds in the new one',
  breaks: 'elects-leader',
  patch: [
    {
      find: 'this.setBallot(term, null)',
      replace: 'this.setBallot(term, this.votedFor)',
    },
  ],
}
