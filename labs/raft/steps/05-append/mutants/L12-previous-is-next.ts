import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L12',
  title: 'Names the next entry as the previous one',
  breaks: 'commands-reach-all-logs',
  patch: [
    {
      find: '(this.nextIndex.get(peer) ?? 1) - 1',
      replace: 'this.nextIndex.get(peer) ?? 1',
    },
  ],
}
