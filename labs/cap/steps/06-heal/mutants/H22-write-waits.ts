import type { Mutant } from '../../../../kit/lab.ts'

export const mutant: Mutant = {
  id: 'H22',
  title: 'Confirms a write at the next round of gossip',
  breaks: 'answers-on-every-side',
  patch: [
    {
      find: `    this.reply(request, null)
  }`,
      replace: `    this.waiting.push(request)
  }`,
    },
    {
      find: `    this.broadcast({ type: 'State', state: this.state })
    this.setTimer`,
      replace: `    for (const request of this.waiting.splice(0)) this.reply(request, null)
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer`,
    },
    {
      find: `export class Store extends SiblingNode<Message> {
`,
      replace: `export class Store extends SiblingNode<Message> {
  private waiting: Request<Command>[] = []
`,
    },
  ],
}
