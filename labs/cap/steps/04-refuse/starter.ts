import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

/** Your messages: what nodes ask each other, and what they answer. */
type Message = { readonly type: 'Ask'; readonly id: number }

export class Register extends RegisterNode<Message> {
  onStart() {
    // After a crash this is a new object. What did the old one promise?
  }

  onRequest(request: Request<Command>) {
    // Each node answers by itself, so that the clients see as many registers as there are nodes.
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value)
    this.value = command.value
    this.reply(request, null)
  }

  onMessage(from: NodeId, message: Message) {
    this.note(`${from} sent ${message.type}`)
  }

  onTimer(name: string) {
    this.note(`the timer ${name} ran out`)
  }
}
