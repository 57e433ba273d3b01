import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'M06',
  title: 'Starts its term without an entry of its own, so that no change can begin',
  breaks: 'answered-within',
  patch: [
    {
      find: '    this.lead({ term: this.currentTerm, command: null })',
      replace: '    this.sendHeartbeats()',
    },
  ],
}
