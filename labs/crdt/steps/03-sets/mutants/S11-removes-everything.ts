import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S11',
  title: 'Removing one element empties the set',
  breaks: 'additions-stay',
  patch: [
    {
      find: `removed: union(state.removed, [element]) }`,
      replace: `removed: union(state.removed, state.added) }`,
    },
  ],
}
