import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S08',
  title: 'Only the last four tombstones are kept',
  breaks: 'removed-for-good',
  patch: [
    {
      find: `removed: union(state.removed, [element]) }`,
      replace: `removed: [...state.removed, element].slice(-4) }`,
    },
  ],
}
