import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P04',
  title: 'Counts support for a term that is over',
  breaks: 'stands-with-support',
  patch: [
    {
      find: `    if (this.role !== 'follower' || nextTerm !== this.currentTerm + 1 || !voteGranted) return
`,
      replace: `    if (this.role !== 'follower' || !voteGranted) return
`,
    },
    {
      find: '{ nextTerm, voteGranted }: PreVoteReply',
      replace: '{ voteGranted }: PreVoteReply',
    },
    {
      find: `    this.leaderId = null
    this.hearsLeader = false
    this.preVotes.clear()
`,
      replace: `    this.leaderId = null
    this.hearsLeader = false
`,
    },
  ],
}
