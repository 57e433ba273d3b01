import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B12',
  title: 'Gossips with one other node and not with all',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.broadcast({ type: 'Gossip', copy: this.copy })
`,
      replace: `    const peer = this.peers[0]
    if (peer !== undefined) this.send(peer, { type: 'Gossip', copy: this.copy })
`,
    },
  ],
}
