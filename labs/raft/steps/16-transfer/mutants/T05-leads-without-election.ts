import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T05',
  title: 'The successor takes the lead without an election',
  breaks: 'leader-has-majority-of-members',
  patch: [
    {
      find: '    if (this.members.includes(this.id)) this.startElection(true)',
      replace: `    if (!this.members.includes(this.id)) return
    this.startElection(true)
    if (this.role === 'candidate') {
      for (const member of this.members) this.votes.add(member)
      this.leadIfElected()
    }`,
    },
  ],
}
