import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R19',
  title: 'A candidate that lost waits for ever instead of trying again',
  breaks: 'stands-for-election',
  patch: [
    {
      find: `    this.setBallot(this.currentTerm + 1, this.id)
    this.restartElectionTimer()`,
      replace: '    this.setBallot(this.currentTerm + 1, this.id)',
    },
  ],
}
