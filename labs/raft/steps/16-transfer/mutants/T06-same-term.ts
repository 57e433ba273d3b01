import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T06',
  title: 'The successor takes the lead in the term of the leader that calls it',
  breaks: 'leader-has-majority-of-members',
  patch: [
    {
      find: '    if (this.members.includes(this.id)) this.startElection(true)',
      replace: `    if (!this.members.includes(this.id)) return
    this.role = 'leader'
    this.leaderId = this.id
    this.sendHeartbeats()`,
    },
  ],
}
