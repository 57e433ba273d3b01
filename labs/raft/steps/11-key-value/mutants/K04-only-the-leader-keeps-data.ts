import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K04',
  title: 'Followers apply entries without carrying them out',
  breaks: 'linearizable',
  patch: [
    {
      find: `    const result = this.execute(entry.command as Command)
`,
      replace: `    const result = this.role === 'leader' ? this.execute(entry.command as Command) : null
`,
    },
  ],
}
