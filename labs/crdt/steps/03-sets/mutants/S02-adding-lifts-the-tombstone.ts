import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S02',
  title: 'Adding an element again removes its tombstone',
  breaks: 'removed-for-good',
  patch: [
    {
      find: `return { added: union(added, [element]), removed }`,
      replace: `return { added: union(added, [element]), removed: removed.filter((other) => other !== element) }`,
    },
  ],
}
