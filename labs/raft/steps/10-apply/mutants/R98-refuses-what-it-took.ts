import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R98',
  title: 'Refuses the requests that wait when a newer term takes the lead away',
  breaks: 'refused-is-never-applied',
  patch: [
    {
      find: `    this.hearsLeader = false
    this.preVotes.clear()
`,
      replace: `    this.hearsLeader = false
    this.preVotes.clear()
    for (const request of this.waiting.values()) this.refuse(request, this.leaderHint)
    this.waiting.clear()
`,
    },
  ],
}
