import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L14',
  title: 'Says success without saying up to where',
  breaks: 'acknowledges-what-it-holds',
  patch: [
    {
      find: '      matchIndex: prevLogIndex + entries.length,',
      replace: '      matchIndex: undefined as unknown as number,',
    },
  ],
}
