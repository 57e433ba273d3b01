import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R33',
  title: 'Cuts the log off behind the previous entry, then appends what came',
  breaks: 'deletes-only-conflicts',
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
      replace: `    this.log.length = prevLogIndex
    this.log.push(...entries)`,
    },
  ],
}
