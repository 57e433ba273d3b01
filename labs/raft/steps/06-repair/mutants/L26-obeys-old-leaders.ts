import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L26',
  title: 'Takes entries from leaders whose term is over',
  breaks: 'names-only-leaders',
  patch: [
    {
      find: '    if (message.term < this.currentTerm) {',
      replace: '    if (message.term < 0) {',
    },
  ],
}
