import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'K01',
  title: 'The leader compares when it is asked, and logs what came of it',
  breaks: 'acknowledged-is-applied',
  patch: [
    {
      find: `    const { client, id, command } = request
`,
      replace: `    const { client, id } = request
    let { command } = request
    if (command.op === 'cas') {
      if ((this.data.get(command.key) ?? null) !== command.expected) {
        return this.reply(request, false)
      }
      command = { op: 'put', key: command.key, value: command.value }
    }
`,
    },
    {
      find: `    const request = this.waiting.get(index)
`,
      replace: `    const request = this.waiting.get(index)
    if (request?.command.op === 'cas') result = true
`,
    },
  ],
}
