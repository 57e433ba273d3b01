import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A05',
  title: 'A follower takes requests too, and keeps silent about them',
  breaks: 'refuses-and-names-leader',
  patch: [
    {
      find: `    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
`,
      replace: `    if (this.role !== 'leader') return
`,
    },
  ],
}
