import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B04',
  title: 'A follower always names the index after its last entry',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: '    return { conflictTerm, conflictIndex }',
      replace: '    return { conflictTerm, conflictIndex: this.log.length + 1 }',
    },
  ],
}
