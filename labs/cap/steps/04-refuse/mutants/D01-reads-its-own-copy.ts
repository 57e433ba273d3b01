import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D01',
  title: 'Answers reads at once from its own copy',
  breaks: 'linearizable',
  patch: [
    {
      find: `    const { id } = request
`,
      replace: `    const { id } = request
    if (request.command.op === 'read') return this.reply(request, this.value)
`,
    },
  ],
}
