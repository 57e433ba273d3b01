import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B20',
  title: 'Does not take up gossip after a restart',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.setTimer('gossip', GOSSIP_MS)
  }

  onRequest`,
      replace: `    if (kept === undefined) this.setTimer('gossip', GOSSIP_MS)
  }

  onRequest`,
    },
  ],
}
