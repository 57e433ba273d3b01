import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B19',
  title: 'Compares counts as text',
  breaks: 'read-your-writes',
  patch: [
    {
      find: '? a.node > b.node : a.count > b.count',
      replace: '? a.node > b.node : `${a.count}` > `${b.count}`',
    },
  ],
}
