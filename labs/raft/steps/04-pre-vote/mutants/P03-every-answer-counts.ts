import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P03',
  title: 'Counts refusals as support',
  breaks: 'stands-with-support',
  patch: [
    {
      find: `    if (this.role !== 'follower' || nextTerm !== this.currentTerm + 1 || !voteGranted) return
`,
      replace: `    if (this.role !== 'follower' || nextTerm !== this.currentTerm + 1) return
`,
    },
    {
      find: '{ nextTerm, voteGranted }: PreVoteReply',
      replace: '{ nextTerm }: PreVoteReply',
    },
  ],
}
