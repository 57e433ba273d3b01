import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B08',
  title: 'Answers a read when somebody has told it something',
  breaks: 'answers-on-every-side',
  patch: [
    {
      find: `    if (command.op === 'read') return this.reply(request, this.value)
`,
      replace: `    if (command.op === 'read') {
      this.waiting.push(request)
      return this.gossip()
    }
`,
    },
    {
      find: `    if (isNewer(copy, this.copy)) this.keep(copy)
`,
      replace: `    if (isNewer(copy, this.copy)) this.keep(copy)
    for (const request of this.waiting.splice(0)) this.reply(request, this.value)
`,
    },
    {
      find: `export class Register extends RegisterNode<Message> {
`,
      replace: `export class Register extends RegisterNode<Message> {
  private waiting: Request<Command>[] = []
`,
    },
  ],
}
