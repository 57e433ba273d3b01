import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'R89',
  title: 'Followers answer reads from their own state',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
`,
      replace: `    if (request.command.op === 'get') return this.answerRead(request)
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
`,
    },
  ],
}
