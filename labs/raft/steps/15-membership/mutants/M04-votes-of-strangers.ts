import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M04',
  title: 'Counts votes of nodes that are no members',
  breaks: 'leader-has-majority-of-members',
  patch: [
    {
      find: '    if (!this.isMajority(this.votes)) return',
      replace: '    if (this.votes.size < this.majority) return',
    },
    {
      find: `  private tellMembers(message: Message) {
    for (const member of this.members) if (member !== this.id) this.send(member, message)
  }`,
      replace: `  private tellMembers(message: Message) {
    this.broadcast(message)
  }`,
    },
  ],
}
