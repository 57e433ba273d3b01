import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B08',
  title: 'The writer reads its own copy',
  breaks: 'linearizable',
  patch: [
    {
      find: `    if (command.op === 'get') return this.query(request)
`,
      replace: `    if (command.op === 'get' && this.id === this.writer) {
      return this.reply(request, this.copies[command.key]?.value ?? null)
    }
    if (command.op === 'get') return this.query(request)
`,
    },
  ],
}
