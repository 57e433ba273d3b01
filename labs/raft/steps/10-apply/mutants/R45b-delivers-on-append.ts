import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R45b',
  title: 'Delivers an entry when the leader sends it',
  breaks: 'applies-only-committed',
  patch: [
    {
      find: `    this.log.push(...entries.slice(differs))
`,
      replace: `    this.log.push(...entries.slice(differs))
    for (const [offset, { command }] of entries.slice(differs).entries()) {
      this.deliver({ index: prevLogIndex + differs + 1 + offset, command })
    }
`,
    },
    {
      find: `    this.deliver({ index, command: entry.command })
`,
      replace: `    if (this.role === 'leader') this.deliver({ index, command: entry.command })
`,
    },
  ],
}
