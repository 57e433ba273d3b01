import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R11',
  title: 'A candidate ignores the heartbeat of the leader of its own term',
  breaks: 'candidate-yields-to-leader',
  patch: [
    {
      find: `    const success = term === this.currentTerm
`,
      replace: `    const success = term === this.currentTerm && this.role !== 'candidate'
`,
    },
  ],
}
