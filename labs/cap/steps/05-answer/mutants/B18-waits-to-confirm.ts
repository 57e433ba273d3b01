import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'B18',
  title: 'Confirms a write at the next round of gossip',
  breaks: 'answers-on-every-side',
  patch: [
    {
      find: `    this.reply(request, null)
    this.gossip()
`,
      replace: `    this.waiting.push(request)
    this.gossip()
`,
    },
    {
      find: `    this.gossip()
    this.setTimer('gossip', GOSSIP_MS)
`,
      replace: `    this.gossip()
    for (const request of this.waiting.splice(0)) this.reply(request, null)
    this.setTimer('gossip', GOSSIP_MS)
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
