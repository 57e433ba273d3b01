import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O17',
  title: 'Answers a read with the number that it was told last',
  breaks: 'linearizable',
  patch: [
    {
      find: `    this.try(call)
  }

  onAnswer`,
      replace: `    const { command } = call
    if (command.op === 'read' && this.last !== undefined) return this.reply(call, this.last)
    this.try(call)
  }

  onAnswer`,
    },
    {
      find: `    const call = this.calls.get(answer.attempt)
`,
      replace: `    if (answer.type === 'Done' && answer.result !== null) this.last = answer.result
    const call = this.calls.get(answer.attempt)
`,
    },
    {
      find: `export class MyDriver extends Driver {
`,
      replace: `export class MyDriver extends Driver {
  private last: number | undefined
`,
    },
  ],
}
