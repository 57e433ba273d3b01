import { type Command, ListNode, type NodeId, type Request } from 'netsplit/operations'

interface Operation {
  command: Command
  /** Ids of the commands right before it: those that nothing else known to its node came after. */
  follows: string[]
  adds: string[]
}

type Message = { type: 'Operation'; operation: Operation } | { type: 'Got'; id: string }

/** Each node sends what it learns to everybody else, again and again until it is confirmed. */
export class SharedList extends ListNode<Message> {
  private applied = new Set<string>()
  private waiting = new Map<string, Operation>()
  private heads = new Set<string>()
  private items = new Map<string, string>()
  /** Operations that a node has not confirmed. */
  private owed = new Map<NodeId, Map<string, Operation>>()

  onStart() {
    for (const peer of this.peers) this.owed.set(peer, new Map())
    this.setTimer('again', 80)
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    const seen = [...this.items].filter(([, item]) => item === command.item).map(([id]) => id)
    const adds = command.op === 'add' ? [command.id] : seen
    const operation = { command, follows: [...this.heads], adds }
    this.pass(operation, this.id)
    this.apply(operation)
    this.reply(request, null)
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type === 'Got') {
      this.owed.get(from)?.delete(message.id)
      return
    }
    const { operation } = message
    const { id } = operation.command
    this.owed.get(from)?.delete(id)
    this.send(from, { type: 'Got', id })
    if (this.applied.has(id) || this.waiting.has(id)) return
    this.pass(operation, from)
    this.waiting.set(id, operation)
    let size = -1
    while (size !== this.waiting.size) {
      size = this.waiting.size
      for (const [name, one] of this.waiting) {
        if (!one.follows.every((earlier) => this.applied.has(earlier))) continue
        this.waiting.delete(name)
        this.apply(one)
      }
    }
  }

  onTimer() {
    for (const [peer, operations] of this.owed) {
      for (const operation of operations.values()) this.send(peer, { type: 'Operation', operation })
    }
    this.setTimer('again', 80)
  }

  private pass(operation: Operation, from: NodeId) {
    for (const [peer, operations] of this.owed) {
      if (peer === from) continue
      operations.set(operation.command.id, operation)
      this.send(peer, { type: 'Operation', operation })
    }
  }

  private apply({ command, follows, adds }: Operation) {
    this.applied.add(command.id)
    for (const id of follows) this.heads.delete(id)
    this.heads.add(command.id)
    for (const id of adds) {
      if (command.op === 'add') this.items.set(id, command.item)
      else this.items.delete(id)
    }
    this.value = [...new Set(this.items.values())].sort()
    this.deliver(command)
  }
}
