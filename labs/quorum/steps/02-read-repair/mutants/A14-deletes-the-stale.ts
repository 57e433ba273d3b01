import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A14',
  title: 'Takes the copy away from whoever is behind',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `      this.send(replica, { type: 'Store', id: request.id, key, copy: newest })`,
      replace: `      if (copy !== null) this.send(replica, { type: 'Store', id: -1, key, copy })
      this.send(replica, { type: 'Store', id: request.id, key, copy: newest })`,
    },
    {
      find: `        this.keep(message.key, message.copy)
`,
      replace: `        if (message.id === -1) delete this.copies[message.key]
        else this.keep(message.key, message.copy)
`,
    },
  ],
}
