import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G08',
  title: 'An increment raises every count',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    return { ...state, [this.id]: (state[this.id] ?? 0) + by }
`,
      replace: `    const all = { ...state, [this.id]: state[this.id] ?? 0 }
    return Object.fromEntries(Object.entries(all).map(([node, count]) => [node, count + by]))
`,
    },
  ],
}
