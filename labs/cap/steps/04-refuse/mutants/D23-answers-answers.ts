import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D23',
  title: 'Thanks everybody who answers, and is thanked for it',
  breaks: 'messages-in-bounds',
  patch: [
    {
      find: `      case 'Stored':
        return`,
      replace: `      case 'Stored':
        this.broadcast(message)
        return`,
    },
  ],
}
