import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D04',
  title: 'Makes do with those who answer in time',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.refuse(task.request, 'no majority')
`,
      replace: `    if (task.phase === 'ask') this.reply(task.request, task.request.command.op === 'read' ? task.value : null)
    this.keep({ count: task.version.count + 1, request: id }, task.request.command.op === 'write' ? task.request.command.value : task.value)
`,
    },
  ],
}
