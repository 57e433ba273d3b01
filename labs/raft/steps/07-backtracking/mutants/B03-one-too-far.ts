import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B03',
  title: 'Begins behind the first entry of the term in conflict',
  breaks: 'finds-place-soon',
  patch: [
    {
      find: '    return index >= conflictIndex ? index + 1 : conflictIndex',
      replace: '    return index >= conflictIndex ? index + 1 : conflictIndex + 1',
    },
  ],
}
