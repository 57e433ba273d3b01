import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y01',
  title: 'The summary counts the posts, gaps or not',
  breaks: 'converges-within',
  patch: [
    {
      find: `      let count = 0
      while (posts[count + 1] !== undefined) count++
      counts[node] = count
`,
      replace: `      counts[node] = Object.keys(posts).length
`,
    },
  ],
}
