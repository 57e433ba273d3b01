import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L05',
  title: 'Keeps its lease while it hands leadership over',
  breaks: 'linearizable',
  patch: [
    {
      find: `    // A TimeoutNow may arrive at any time from here on, and whoever obeys it gets votes.
    this.endLease(false)
`,
      replace: '',
    },
  ],
}
