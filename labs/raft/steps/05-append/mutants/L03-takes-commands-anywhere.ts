import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L03',
  title: 'Takes commands without being the leader',
  breaks: 'entries-come-from-leaders',
  patch: [
    {
      find: `    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
`,
      replace: '',
    },
  ],
}
