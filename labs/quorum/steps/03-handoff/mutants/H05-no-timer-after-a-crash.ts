import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H05',
  title: 'Starts no timer for the hints that it finds after a crash',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `    if (this.hints.length > 0) this.setTimer('handoff', HANDOFF_MS)
  }

  onRequest`,
      replace: `  }

  onRequest`,
    },
  ],
}
