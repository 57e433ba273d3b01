import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B07',
  title: 'Tells the others of a write once, and never again',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.gossip()
    this.setTimer('gossip', GOSSIP_MS)
`,
      replace: `    this.setTimer('gossip', GOSSIP_MS)
`,
    },
  ],
}
