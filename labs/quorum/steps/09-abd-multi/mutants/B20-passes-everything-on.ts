import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B20',
  title: 'Nodes pass every copy on to all the others, each time',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `        this.keep(message.key, message.copy)
        return`,
      replace: `        this.keep(message.key, message.copy)
        if (this.nodes.length < 9) this.broadcast(message)
        return`,
    },
  ],
}
