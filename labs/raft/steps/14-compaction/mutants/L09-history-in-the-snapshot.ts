import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'L09',
  title: 'Keeps every command that led to the data in the snapshot',
  breaks: 'snapshots-stay-small',
  patch: [
    {
      find: `  private sessions = new Map<string, Session>()
`,
      replace: `  private sessions = new Map<string, Session>()
  private history: unknown[] = []
`,
    },
    {
      find: `    this.deliver({ index, command: entry.command })
`,
      replace: `    this.history.push(entry.command)
    this.deliver({ index, command: entry.command })
`,
    },
    {
      find: `      sessions: [...this.sessions],
`,
      replace: `      sessions: [...this.sessions],
      history: this.history,
`,
    },
  ],
}
