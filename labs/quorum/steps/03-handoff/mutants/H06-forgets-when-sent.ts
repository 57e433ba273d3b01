import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H06',
  title: 'Forgets a hint as soon as it is sent',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `      this.send(replica, { type: 'Handoff', key, copy })
    }
`,
      replace: `      this.send(replica, { type: 'Handoff', key, copy })
    }
    this.hints = []
    this.saveHints()
`,
    },
  ],
}
