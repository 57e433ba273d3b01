import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A09',
  title: 'A follower puts requests into its own log',
  breaks: 'entries-come-from-leaders',
  patch: [
    {
      find: `    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
`,
      replace: `    if (this.leaderId === null) return this.refuse(request, this.leaderHint)
`,
    },
  ],
}
