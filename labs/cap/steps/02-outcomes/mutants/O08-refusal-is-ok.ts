import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O08',
  title: 'Takes any answer to an add for a success',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    if (answer.type === 'Refused') this.end(call, () => this.refuse(call, answer.reason))
`,
      replace: `    this.end(call, () => this.reply(call, null))
`,
    },
  ],
}
