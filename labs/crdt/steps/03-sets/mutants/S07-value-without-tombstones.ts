import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S07',
  title: 'The value does not look at tombstones',
  breaks: 'removed-for-good',
  patch: [
    {
      find: `return added.filter((element) => !removed.includes(element))`,
      replace: `return removed.length < 0 ? [] : added`,
    },
  ],
}
