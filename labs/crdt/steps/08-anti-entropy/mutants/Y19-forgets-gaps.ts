import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y19',
  title: 'A post that comes before its predecessor is counted and thrown away',
  breaks: 'converges-within',
  patch: [
    {
      find: `      this.state = this.merge(this.state, message.delta)
`,
      replace: `      const expected = this.summary(this.state)
      for (const [node, posts] of Object.entries(message.delta)) {
        for (const number of Object.keys(posts).map(Number)) {
          if (number > (expected[node] ?? 0) + 1) delete (message.delta[node] as Record<number, string>)[number - 1]
        }
      }
      this.state = this.merge(this.state, Object.keys(message.delta).length > 1 ? {} : message.delta)
`,
    },
  ],
}
