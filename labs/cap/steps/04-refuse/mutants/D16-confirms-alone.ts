import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D16',
  title: 'Confirms a write once its own copy is stored',
  breaks: 'linearizable',
  patch: [
    {
      find: `    task.answers = new Set([this.id])
`,
      replace: `    task.answers = new Set([this.id])
    if (command.op === 'write') this.reply(task.request, null)
`,
    },
  ],
}
