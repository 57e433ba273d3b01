import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'Q04',
  title: 'Gives the number after the one in its own copy',
  breaks: 'linearizable',
  patch: [
    {
      find: `    const known = newerOf(found, this.copies[command.key] ?? null)?.version.number ?? 0
`,
      replace: `    const known = this.copies[command.key]?.version.number ?? 0
`,
    },
  ],
}
