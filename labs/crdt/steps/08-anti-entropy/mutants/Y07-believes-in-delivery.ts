import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y07',
  title: 'Remembers what was sent to whom, and does not send it again',
  breaks: 'converges-within',
  patch: [
    {
      find: `  // The replica
`,
      replace: `  private readonly sent = new Map<NodeId, Posts>()

  // The replica
`,
    },
    {
      find: `    const delta = this.missing(this.state, message.summary)
`,
      replace: `    const before = this.sent.get(from) ?? {}
    const known = this.summary(before)
    const asked = { ...message.summary }
    for (const node of Object.keys(known)) asked[node] = Math.max(asked[node] ?? 0, known[node] ?? 0)
    const delta = this.missing(this.state, asked)
    this.sent.set(from, this.merge(before, delta))
`,
    },
  ],
}
