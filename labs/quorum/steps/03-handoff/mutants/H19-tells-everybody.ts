import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H19',
  title: 'Offers its hints to all nodes',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `      this.send(replica, { type: 'Handoff', key, copy })
`,
      replace: `      for (let round = 0; round < 30; round++) this.broadcast({ type: 'Handoff', key, copy })
      this.send(replica, { type: 'Handoff', key, copy })
`,
    },
  ],
}
