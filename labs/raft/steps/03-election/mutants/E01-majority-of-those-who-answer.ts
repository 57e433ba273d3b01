import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E01',
  title: 'A candidate that hears no refusal makes itself leader',
  breaks: 'leader-has-majority',
  patch: [
    {
      find: `    if (name === 'election' && this.role !== 'leader') this.startElection()`,
      replace: `    if (name === 'election' && this.role === 'candidate') {
      this.votes = new Set(this.nodes)
      return this.leadIfElected()
    }
    if (name === 'election' && this.role !== 'leader') this.startElection()`,
    },
  ],
}
