import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O07',
  title: 'Keeps a refusal to itself',
  breaks: 'tells-what-it-knows',
  patch: [
    {
      find: `    if (answer.type === 'Refused') this.end(call, () => this.refuse(call, answer.reason))
`,
      replace: `    if (answer.type === 'Refused') this.note(answer.reason)
`,
    },
  ],
}
