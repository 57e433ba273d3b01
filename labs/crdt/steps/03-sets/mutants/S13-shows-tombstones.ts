import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S13',
  title: 'The value holds what was removed as well as what was added',
  breaks: 'nothing-from-nowhere',
  patch: [
    {
      find: `return added.filter((element) => !removed.includes(element))`,
      replace: `return [...added, ...removed]`,
    },
  ],
}
