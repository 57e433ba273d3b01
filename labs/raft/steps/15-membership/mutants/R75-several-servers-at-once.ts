import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R75',
  title: 'Lets go of members that it does not hear, in the same change that adds a new one',
  breaks: 'changes-one-member',
  patch: [
    {
      find: 'this.propose(request, [...this.members, node])',
      replace: `const heard = this.members.filter((member) => member === this.id || this.heardFrom.has(member))
    this.propose(request, [...heard, node])`,
    },
  ],
}
