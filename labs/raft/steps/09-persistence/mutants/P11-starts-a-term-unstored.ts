import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'P11',
  title: 'A candidate stores its new term and vote after it has asked',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.setBallot(this.currentTerm + 1, this.id)
    this.restartElectionTimer()
`,
      replace: `    this.currentTerm += 1
    this.votedFor = this.id
    this.restartElectionTimer()
`,
    },
    {
      find: `      candidateId: this.id,
      ...this.lastEntry(),
    })
    this.leadIfElected()`,
      replace: `      candidateId: this.id,
      ...this.lastEntry(),
    })
    this.setBallot(this.currentTerm, this.id)
    this.leadIfElected()`,
    },
  ],
}
