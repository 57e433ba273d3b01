import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R44d',
  title: 'Counts entries from 0 when it delivers them',
  breaks: 'applies-in-order',
  patch: [
    {
      find: '    this.deliver({ index, command: entry.command })',
      replace: '    this.deliver({ index: index - 1, command: entry.command })',
    },
  ],
}
