import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

/** Your messages: what one node tells the others. */
interface Message {
  readonly type: 'Gossip'
  readonly value: string | null
}

export class Register extends RegisterNode<Message> {
  onStart() {
    // After a crash this is a new object. What has been confirmed to somebody?
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value)
    this.value = command.value
    this.reply(request, null)
    this.broadcast({ type: 'Gossip', value: this.value })
  }

  onMessage(_from: NodeId, message: Message) {
    // Which of the two values is the newer one? What arrives last is not.
    this.value = message.value
  }
}
