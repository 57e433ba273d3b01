import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B16',
  title: 'The greater value wins, as text',
  breaks: 'read-your-writes',
  patch: [
    {
      find: 'return a.count === b.count ? a.node > b.node : a.count > b.count',
      replace: 'return `${a.value}` > `${b.value}`',
    },
  ],
}
