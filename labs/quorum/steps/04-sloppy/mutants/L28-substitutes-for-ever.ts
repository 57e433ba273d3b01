import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L28',
  title: 'Asks a replica that was silent once no more, but whoever stood in for it',
  breaks: 'reads-catch-up',
  patch: [
    {
      find: `  private waiting = new Map<number, Waiting>()
`,
      replace: `  private waiting = new Map<number, Waiting>()
  private instead = new Map<NodeId, NodeId>()
`,
    },
    {
      find: `      asked.add(substitute)
`,
      replace: `      asked.add(substitute)
      this.instead.set(replica, substitute)
`,
    },
    {
      find: `this.send(replica, { type: 'Fetch', id, key: command.key })`,
      replace: `this.send(this.instead.get(replica) ?? replica, { type: 'Fetch', id, key: command.key })`,
    },
  ],
}
