import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H08',
  title: 'Tells the others of a write once',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.reply(request, null)
  }`,
      replace: `    this.reply(request, null)
    this.broadcast({ type: 'State', state: this.state })
  }`,
    },
    {
      find: `    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('gossip', GOSSIP_MS)
  }

  private`,
      replace: `    this.setTimer('gossip', GOSSIP_MS)
  }

  private`,
    },
  ],
}
