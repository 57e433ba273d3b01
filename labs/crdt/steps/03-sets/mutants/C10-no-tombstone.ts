import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C10',
  title: 'Removing takes the element out, and merging brings it back',
  breaks: 'removed-for-good',
  patch: [
    {
      find: `return { added: state.added, removed: union(state.removed, [element]) }`,
      replace: `return { added: state.added.filter((other) => other !== element), removed: state.removed }`,
    },
  ],
}
