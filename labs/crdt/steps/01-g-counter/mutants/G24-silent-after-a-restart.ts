import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G24',
  title: 'The timer is set for the first request only, not after a restart',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand`,
      replace: `    if (kept === undefined) this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand`,
    },
  ],
}
