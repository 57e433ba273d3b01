import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H17',
  title: 'Accepts a handoff and does not store it',
  breaks: 'reaches-all-replicas',
  patch: [
    {
      find: `        this.keep(message.key, message.copy)
        return this.send(from, {
          type: 'Accepted'`,
      replace: `        return this.send(from, {
          type: 'Accepted'`,
    },
  ],
}
