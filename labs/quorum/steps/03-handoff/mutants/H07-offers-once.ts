import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H07',
  title: 'Offers each hint once',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `    if (this.hints.length > 0) this.setTimer('handoff', HANDOFF_MS)
  }

  /** The replica has`,
      replace: `  }

  /** The replica has`,
    },
  ],
}
