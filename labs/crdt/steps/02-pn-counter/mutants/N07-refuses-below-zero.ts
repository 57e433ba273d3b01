import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'N07',
  title: 'A decrement is refused when the value would fall below zero',
  breaks: 'answers-at-once',
  patch: [
    {
      find: `    this.state = this.updated(command)
`,
      replace: `    if (command.op === 'decrement' && this.value(this.state) < command.by) {
      return this.refuse(request, 'not enough')
    }
    this.state = this.updated(command)
`,
    },
  ],
}
