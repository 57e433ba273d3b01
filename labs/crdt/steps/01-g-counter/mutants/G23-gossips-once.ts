import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G23',
  title: 'The timer is not set again',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('gossip', GOSSIP_MS)
`,
      replace: `    this.broadcast({ type: 'State', state: this.state })
`,
    },
  ],
}
