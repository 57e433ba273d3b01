import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C02',
  title: 'One number for all, merged by the larger',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    return { ...state, [this.id]: (state[this.id] ?? 0) + by }
`,
      replace: `    return { all: (state.all ?? 0) + by }
`,
    },
  ],
}
