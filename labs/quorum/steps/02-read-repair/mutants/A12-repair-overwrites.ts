import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'A12',
  title: 'A repair is kept even if there is something newer by now',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `key, copy: newest })`,
      replace: `key, copy: newest, force: true } as Message)`,
    },
    {
      find: `        this.keep(message.key, message.copy)
`,
      replace: `        if ('force' in message) delete this.copies[message.key]
        this.keep(message.key, message.copy)
`,
    },
  ],
}
