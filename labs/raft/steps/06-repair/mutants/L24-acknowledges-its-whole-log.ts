import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L24',
  title: 'Acknowledges up to its own last entry',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: '      matchIndex: prevLogIndex + entries.length,',
      replace: '      matchIndex: this.log.length,',
    },
  ],
}
