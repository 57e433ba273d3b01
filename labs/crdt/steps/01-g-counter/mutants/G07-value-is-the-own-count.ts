import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G07',
  title: 'The value is the own count',
  breaks: 'counts-each-once',
  patch: [
    {
      find: `    return Object.values(state).reduce((sum, count) => sum + count, 0)
`,
      replace: `    return state[this.id] ?? 0
`,
    },
  ],
}
