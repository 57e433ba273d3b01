import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R48',
  title: 'A follower with a short log names index 0',
  breaks: 'resends-few',
  patch: [
    {
      find: '      return { conflictTerm: null, conflictIndex: this.log.length + 1 }',
      replace: '      return { conflictTerm: null, conflictIndex: 0 }',
    },
  ],
}
