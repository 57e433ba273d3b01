import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'S15',
  title: 'Answers a read from its own copy',
  breaks: 'fresh-reads',
  patch: [
    {
      find: `    this.waiting.set(id, { request,`,
      replace: `    if (command.op === 'get') return this.reply(request, this.copies[command.key]?.value ?? null)
    this.waiting.set(id, { request,`,
    },
  ],
}
