import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'D26',
  title: 'A read has what it was told stored, and answers before it is',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.broadcast(this.questionOf(id, task))
  }

  private stored`,
      replace: `    this.broadcast(this.questionOf(id, task))
    if (command.op === 'write') return
    this.reply(task.request, task.value)
    this.end(id)
  }

  private stored`,
    },
  ],
}
