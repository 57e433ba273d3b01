import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'O12',
  title: 'Gives an answer to whoever has waited longest',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    const call = this.calls.get(answer.attempt)
`,
      replace: `    const call = this.calls.values().next().value
`,
    },
    {
      find: `    if (answer.type === 'Done') return this.end(call, () => this.reply(call, answer.result))
`,
      replace: `    const { op } = call.command
    if (answer.type === 'Done') return this.end(call, () => this.reply(call, op === 'read' ? (answer.result ?? 0) : null))
`,
    },
  ],
}
