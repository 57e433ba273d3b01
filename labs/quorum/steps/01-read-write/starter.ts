import {
  type Command,
  type Copy,
  type Message,
  type NodeId,
  QuorumNode,
  type Request,
} from 'netsplit/quorum'

export class QuorumStore extends QuorumNode {
  onStart() {
    // After a crash: what did the disk keep?
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    // For now this node answers from its own copies, and tells nobody.
    if (command.op === 'get') return this.reply(request, this.copies[command.key]?.value ?? null)
    const copy: Copy = { value: command.value, version: this.newVersion() }
    this.copies[command.key] = copy
    this.reply(request, null)
  }

  onMessage(_from: NodeId, message: Message) {
    switch (message.type) {
      case 'Store':
      case 'Stored':
      case 'Fetch':
      case 'Fetched':
        // Your code.
        return
    }
  }

  onTimer(_name: string) {
    // Your code: who has waited for long enough?
  }
}
