import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R26',
  title: 'Sends its requests a moment later, in whatever term it is by then',
  breaks: 'one-vote-per-term',
  patch: [
    {
      find: `    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
`,
      replace: `    this.setTimer('ask', 15)
`,
    },
    {
      find: `this.startElection()
  }`,
      replace: `this.startElection()
    if (name === 'ask') {
      this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
    }
  }`,
    },
  ],
}
