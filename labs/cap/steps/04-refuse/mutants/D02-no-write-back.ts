import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D02',
  title: 'A read answers what a majority told, without having it stored',
  breaks: 'linearizable',
  patch: [
    {
      find: `    const { command } = task.request
    if (command.op === 'write') {`,
      replace: `    const { command } = task.request
    if (command.op === 'read') {
      this.reply(task.request, task.value)
      return this.end(id)
    }
    if (command.op === 'write') {`,
    },
  ],
}
