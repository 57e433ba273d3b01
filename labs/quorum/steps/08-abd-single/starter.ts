import {
  type Command,
  type Copy,
  type Message,
  type NodeId,
  RegisterNode,
  type Request,
} from 'netsplit/quorum-abd'

export class Register extends RegisterNode {
  onStart() {
    this.copies = (this.disk.read('copies') as Record<string, Copy> | undefined) ?? {}
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    // For now this node answers from its own copies, and tells nobody.
    if (command.op === 'get') return this.reply(request, this.copies[command.key]?.value ?? null)
    const number = (this.copies[command.key]?.version.number ?? 0) + 1
    this.keep(command.key, { value: command.value, version: { number, writer: this.id } })
    this.reply(request, null)
  }

  onMessage(_from: NodeId, message: Message) {
    switch (message.type) {
      case 'Query':
      case 'Answer':
      case 'Update':
      case 'Updated':
        // Your code.
        return
    }
  }

  onTimer(_name: string) {
    // Your code: who has waited for long enough?
  }

  private keep(key: string, copy: Copy) {
    this.copies[key] = copy
    this.disk.write('copies', this.copies)
    this.disk.sync()
  }
}
