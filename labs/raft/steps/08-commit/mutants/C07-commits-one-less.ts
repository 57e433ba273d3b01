import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'C07',
  title: 'Never takes its last entry for committed',
  breaks: 'commands-are-committed',
  patch: [
    {
      find: '    for (let index = this.log.length; index > this.commitIndex; index--) {',
      replace: '    for (let index = this.log.length - 1; index > this.commitIndex; index--) {',
    },
  ],
}
