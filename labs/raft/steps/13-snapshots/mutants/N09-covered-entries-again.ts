import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N09',
  title: 'Appends entries again that its snapshot covers',
  breaks: 'log-matching',
  patch: [
    {
      find: '      entries: message.entries.slice(covered),',
      replace: '      entries: message.entries,',
    },
  ],
}
