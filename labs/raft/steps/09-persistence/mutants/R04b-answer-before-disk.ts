import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R04b',
  title: 'Acknowledges entries, then stores them',
  breaks: 'promises-are-durable',
  patch: [
    {
      find: `    this.append(prevLogIndex, entries)
`,
      replace: '',
    },
    {
      find: `      success: true,
      prevLogIndex,
      matchIndex,
    })`,
      replace: `      success: true,
      prevLogIndex,
      matchIndex,
    })
    this.persistLog()`,
    },
    {
      find: `    const matchIndex = prevLogIndex + entries.length
`,
      replace: `    this.append(prevLogIndex, entries)
    const matchIndex = prevLogIndex + entries.length
`,
    },
    {
      find: `    this.log.push(...entries.slice(differs))
    this.persistLog()`,
      replace: '    this.log.push(...entries.slice(differs))',
    },
  ],
}
