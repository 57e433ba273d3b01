import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R73',
  title: 'Passes over the answer to a snapshot, so that it sends one for ever',
  breaks: 'applied-everywhere',
  patch: [
    {
      find: '        return this.followerHas(from, message.term, message.lastIncludedIndex)',
      replace: '        return',
    },
  ],
}
