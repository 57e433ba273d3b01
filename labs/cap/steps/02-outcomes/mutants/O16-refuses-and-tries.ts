import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O16',
  title: 'Refuses an add, and tries it once more all the same',
  breaks: 'refused-is-never-applied',
  patch: [
    {
      find: `    if (answer.type === 'Refused') this.end(call, () => this.refuse(call, answer.reason))
`,
      replace: `    if (answer.type === 'Refused') this.end(call, () => this.refuse(call, answer.reason))
    if (answer.type === 'Refused') this.attempt(call.command)
`,
    },
  ],
}
