import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B13',
  title: 'Confirms first and stores afterwards',
  breaks: 'acknowledged-writes-stay',
  patch: [
    {
      find: `        this.keep(message.key, message.copy)
        return this.send(from, { type: 'Updated', id })`,
      replace: `        this.send(from, { type: 'Updated', id })
        return this.keep(message.key, message.copy)`,
    },
  ],
}
