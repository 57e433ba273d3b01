import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S21',
  title: 'Replicas pass every copy on to all the others, each time',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `        this.keep(message.key, message.copy)
`,
      replace: `        this.keep(message.key, message.copy)
        if (this.nodes.length < 9) this.broadcast(message)
`,
    },
  ],
}
