import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A11',
  title: 'Replicas send what they have got to all the others, which do the same',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `        this.keep(message.key, message.copy)
`,
      replace: `        this.keep(message.key, message.copy)
        if (from !== this.id) this.broadcast(message)
`,
    },
  ],
}
