import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R85',
  title: 'The leader answers reads at once, from its own data',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
`,
      replace: `    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    const asked = request.command
    if (asked.op === 'get') return this.reply(request, this.data.get(asked.key) ?? null)
`,
    },
  ],
}
