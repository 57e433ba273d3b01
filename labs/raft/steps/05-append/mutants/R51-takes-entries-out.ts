import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R51',
  title: 'Takes the entries to send out of its log instead of copying them',
  breaks: 'entries-come-from-leaders',
  patch: [
    {
      find: 'entries: this.log.slice(prevLogIndex),',
      replace: 'entries: this.log.splice(prevLogIndex),',
    },
  ],
}
