import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R35',
  title: 'Never deletes an entry, and appends behind those in conflict',
  breaks: 'log-matching',
  patch: [
    {
      find: `    const differs = entries.findIndex(
      (entry, offset) => this.termAt(prevLogIndex + 1 + offset) !== entry.term,
    )
    if (differs < 0) return
`,
      replace: '',
    },
    {
      find: `    this.log.length = prevLogIndex + differs
    this.log.push(...entries.slice(differs))`,
      replace: '    this.log.push(...entries.slice(Math.max(0, this.log.length - prevLogIndex)))',
    },
  ],
}
