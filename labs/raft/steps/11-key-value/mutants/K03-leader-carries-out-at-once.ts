import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K03',
  title: 'The leader carries a command out when it is asked, not when it is committed',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.waiting.set(this.log.length, request)
`,
      replace: `    this.waiting.set(this.log.length, request)
    this.results.set(this.log.length, this.execute(command))
`,
    },
    {
      find: `  private data = new Map<string, string>()
`,
      replace: `  private data = new Map<string, string>()
  private results = new Map<number, Result>()
`,
    },
    {
      find: `    const result = this.execute(entry.command as Command)
`,
      replace: `    const result = this.results.has(index) ? (this.results.get(index) ?? null) : this.execute(entry.command as Command)
`,
    },
  ],
}
