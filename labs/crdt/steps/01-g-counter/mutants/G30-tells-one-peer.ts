import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G30',
  title: 'Only the first of the others is ever told',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.broadcast({ type: 'State', state: this.state })
`,
      replace: `    for (const peer of this.peers.slice(0, 1)) this.send(peer, { type: 'State', state: this.state })
`,
    },
  ],
}
