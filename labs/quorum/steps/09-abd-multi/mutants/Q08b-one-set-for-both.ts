import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q08b',
  title: 'Counts those heard in the first phase in the second',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `phase: 'update', heard: new Set(), newest: copy`,
      replace: `phase: 'update', heard: this.operations.get(id)?.heard ?? new Set(), newest: copy`,
    },
  ],
}
