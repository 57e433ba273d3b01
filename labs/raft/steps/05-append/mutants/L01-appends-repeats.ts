import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L01',
  title: 'Appends every entry that comes, also when it has come before',
  breaks: 'entries-come-from-leaders',
  patch: [
    {
      find: '    this.log.push(...entries.slice(this.log.length - prevLogIndex))',
      replace: '    this.log.push(...entries)',
    },
  ],
}
