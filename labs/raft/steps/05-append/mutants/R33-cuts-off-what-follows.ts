import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R33',
  title: 'Cuts the log off behind the previous entry, then appends what came',
  breaks: 'deletes-only-conflicts',
  patch: [
    {
      find: '    this.log.push(...entries.slice(this.log.length - prevLogIndex))',
      replace: `    this.log.length = prevLogIndex
    this.log.push(...entries)`,
    },
  ],
}
