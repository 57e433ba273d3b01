import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S07',
  title: 'Forgets the sessions when a newer term begins',
  breaks: 'appends-once',
  patch: [
    {
      find: `    this.currentTerm = term
    this.votedFor = votedFor
`,
      replace: `    if (term > this.currentTerm) this.sessions.clear()
    this.currentTerm = term
    this.votedFor = votedFor
`,
    },
  ],
}
