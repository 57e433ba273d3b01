import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G04',
  title: 'Merging changes its first argument',
  breaks: 'merge-laws',
  patch: [
    {
      find: `const merged: Record<NodeId, number> = { ...a }`,
      replace: `const merged = a as Record<NodeId, number>`,
    },
  ],
}
