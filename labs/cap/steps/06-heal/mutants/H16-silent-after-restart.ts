import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H16',
  title: 'Does not take up gossip after a restart',
  breaks: 'converges-within',
  patch: [
    {
      find: `    if (kept !== undefined) this.show(kept)
    this.setTimer('gossip', GOSSIP_MS)
`,
      replace: `    if (kept !== undefined) this.show(kept)
    else this.setTimer('gossip', GOSSIP_MS)
`,
    },
  ],
}
