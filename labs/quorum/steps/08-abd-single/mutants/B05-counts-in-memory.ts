import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B05',
  title: 'The writer counts in memory, and from 1 again after a crash',
  breaks: 'linearizable',
  patch: [
    {
      find: `  private operations = `,
      replace: `  private counts: Record<string, number> = {}
  private operations = `,
    },
    {
      find: `    const number = (this.copies[command.key]?.version.number ?? 0) + 1
`,
      replace: `    const number = (this.counts[command.key] ?? 0) + 1
    this.counts[command.key] = number
`,
    },
  ],
}
