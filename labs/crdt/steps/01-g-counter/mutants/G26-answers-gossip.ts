import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G26',
  title: 'Every message is answered with the own state',
  breaks: 'gossip-in-bounds',
  patch: [
    {
      find: `  onGossip(_from: NodeId,`,
      replace: `  onGossip(from: NodeId,`,
    },
    {
      find: `    this.state = this.merge(this.state, state)
`,
      replace: `    this.state = this.merge(this.state, state)
    this.send(from, { type: 'State', state: this.state })
`,
    },
  ],
}
