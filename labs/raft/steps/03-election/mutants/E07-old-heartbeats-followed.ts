import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'E07',
  title: 'Follows whoever sends a heartbeat, of whatever term',
  breaks: 'names-only-leaders',
  patch: [
    {
      find: `    const success = term === this.currentTerm
`,
      replace: `    const success = term <= this.currentTerm
`,
    },
  ],
}
