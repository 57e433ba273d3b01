import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R79',
  title: 'A server that was removed keeps standing for election, without asking first',
  breaks: 'leader-of-members-stays',
  patch: [
    {
      find: `    if (this.members.includes(this.id)) this.askBeforeStanding()
    else this.restartElectionTimer()`,
      replace: '    this.startElection()',
    },
  ],
}
