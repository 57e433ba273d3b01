import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S12',
  title: 'An element that is added again stands there twice',
  breaks: 'nothing-from-nowhere',
  patch: [
    {
      find: `return { added: union(added, [element]), removed }`,
      replace: `return { added: [...added, element], removed }`,
    },
  ],
}
