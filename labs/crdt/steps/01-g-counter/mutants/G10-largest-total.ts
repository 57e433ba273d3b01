import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G10',
  title: 'Replicas tell each other their totals, and keep the largest',
  breaks: 'nothing-lost',
  patch: [
    {
      find: `    return { ...state, [this.id]: (state[this.id] ?? 0) + by }
`,
      replace: `    return { all: (state.all ?? 0) + by }
`,
    },
    {
      find: `{ type: 'State', state: this.state }`,
      replace: `{ type: 'Total', state: this.state }`,
    },
  ],
}
