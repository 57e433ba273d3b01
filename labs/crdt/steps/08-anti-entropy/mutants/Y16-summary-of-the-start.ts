import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Y16',
  title: 'The summary is that of the start',
  breaks: 'converges-within',
  patch: [
    {
      find: `    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand`,
      replace: `    this.atStart = this.summary(this.state)
    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand`,
    },
    {
      find: `  // The replica
`,
      replace: `  private atStart: Summary = {}

  // The replica
`,
    },
    {
      find: `summary: this.summary(this.state) })`,
      replace: `summary: this.atStart })`,
    },
  ],
}
