import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A01',
  title: 'Refuses the requests that wait when it hears no majority any more',
  breaks: 'refused-is-never-applied',
  patch: [
    {
      find: `    if (hears) return this.setTimer('quorum', ELECTION_MS_MAX)
`,
      replace: `    if (hears) return this.setTimer('quorum', ELECTION_MS_MAX)
    for (const request of this.waiting.values()) this.refuse(request, this.leaderHint)
    this.waiting.clear()
`,
    },
  ],
}
