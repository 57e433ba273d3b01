import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L21',
  title: 'Compares logs when it is asked for a pre-vote, not for the vote',
  breaks: 'votes-for-up-to-date-logs',
  patch: [
    {
      find: `      (this.votedFor === null || this.votedFor === candidate) &&
      this.isUpToDate(message)`,
      replace: '      (this.votedFor === null || this.votedFor === candidate)',
    },
  ],
}
