import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'G11',
  title: 'Merging takes the present state for its first argument',
  breaks: 'merge-laws',
  patch: [
    {
      find: `const merged: Record<NodeId, number> = { ...a }`,
      replace: `const merged: Record<NodeId, number> = { ...(a === b ? a : this.state) }`,
    },
  ],
}
