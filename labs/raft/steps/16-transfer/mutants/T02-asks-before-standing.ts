import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'T02',
  title: 'The successor asks for pre-votes, and those who hear the leader refuse',
  breaks: 'transfer-succeeds',
  patch: [
    {
      find: '    if (this.members.includes(this.id)) this.startElection(true)',
      replace: '    if (this.members.includes(this.id)) this.askBeforeStanding()',
    },
  ],
}
