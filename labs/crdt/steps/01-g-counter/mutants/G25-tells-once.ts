import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G25',
  title: 'Each change is told once, and lost messages are not made good',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.reply(request, null)
`,
      replace: `    this.broadcast({ type: 'State', state: this.state })
    this.reply(request, null)
`,
    },
    {
      find: `    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('gossip', GOSSIP_MS)
`,
      replace: `    this.setTimer('gossip', GOSSIP_MS)
`,
    },
  ],
}
