import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P12',
  title: 'Never again supports anybody once it has heard from a leader',
  breaks: 'majority-elects',
  patch: [
    {
      find: `      this.hearsLeader = true
      this.setTimer('patience', ELECTION_MS_MIN)
`,
      replace: `      this.hearsLeader = true
`,
    },
  ],
}
