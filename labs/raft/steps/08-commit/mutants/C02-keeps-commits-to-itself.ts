import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C02',
  title: 'A leader never says what is committed',
  breaks: 'commands-are-committed',
  patch: [
    {
      find: '      leaderCommit: this.commitIndex,',
      replace: '      leaderCommit: 0,',
    },
  ],
}
