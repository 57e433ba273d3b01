import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B06',
  title: 'Confirms a write before it is safe',
  breaks: 'read-your-writes',
  patch: [
    {
      find: `    this.keep({ count: this.copy.count + 1, node: this.id, value: command.value })
    this.reply(request, null)
`,
      replace: `    this.reply(request, null)
    this.keep({ count: this.copy.count + 1, node: this.id, value: command.value })
`,
    },
  ],
}
