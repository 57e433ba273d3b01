import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C28',
  title: 'The summary gives the largest number of each replica',
  breaks: 'converges-within',
  patch: [
    {
      find: `      let count = 0
      while (posts[count + 1] !== undefined) count++
      counts[node] = count
`,
      replace: `      counts[node] = Math.max(...Object.keys(posts).map(Number))
`,
    },
    {
      find: `    const number = (this.summary(state)[this.id] ?? 0) + 1
`,
      replace: `    const number = Object.keys(state[this.id] ?? {}).length + 1
`,
    },
  ],
}
