import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R56',
  title: 'Stores the log when it gets longer, not when entries are replaced',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.log.length = prevLogIndex + differs
    this.log.push(...entries.slice(differs))
    this.persistLog()`,
      replace: `    const length = this.log.length
    this.log.length = prevLogIndex + differs
    this.log.push(...entries.slice(differs))
    if (this.log.length > length) this.persistLog()`,
    },
  ],
}
