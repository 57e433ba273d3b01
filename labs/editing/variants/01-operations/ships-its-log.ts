import { type Command, ListNode, type NodeId, type Request } from 'netsplit/operations'

interface Operation {
  command: Command
  /** Ids of adds: the add itself, or those that a remove takes away. */
  adds: string[]
}

type Message =
  /** What stands in the sender's log from `from` on. */
  | { type: 'Log'; from: number; operations: Operation[] }
  /** The sender has everything before `next` of the receiver's log. */
  | { type: 'Next'; next: number }

/**
 * Each node keeps a log in the order in which it applied things, which is an order that fits all
 * dependencies, and sends it to each other node from where that one has it. No counts, no waiting.
 */
export class SharedList extends ListNode<Message> {
  private log: Operation[] = []
  private known = new Set<string>()
  private items = new Map<string, string>()
  /** How much of this node's log each other node has confirmed. */
  private sent = new Map<NodeId, number>()
  /** How much of each other node's log this node has. */
  private got = new Map<NodeId, number>()

  onStart() {
    this.setTimer('ship', 50)
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    const seen = [...this.items].filter(([, item]) => item === command.item).map(([id]) => id)
    this.apply({ command, adds: command.op === 'add' ? [command.id] : seen })
    for (const peer of this.peers) this.ship(peer)
    this.reply(request, null)
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type === 'Next') {
      this.sent.set(from, Math.max(this.sent.get(from) ?? 0, message.next))
      return
    }
    const got = this.got.get(from) ?? 0
    if (message.from > got) return
    for (const operation of message.operations.slice(got - message.from)) {
      if (!this.known.has(operation.command.id)) this.apply(operation)
    }
    this.got.set(from, Math.max(got, message.from + message.operations.length))
    this.send(from, { type: 'Next', next: this.got.get(from) ?? 0 })
  }

  onTimer() {
    for (const peer of this.peers) this.ship(peer)
    this.setTimer('ship', 50)
  }

  private ship(peer: NodeId) {
    const from = this.sent.get(peer) ?? 0
    const operations = this.log.slice(from, from + 10)
    if (operations.length > 0) this.send(peer, { type: 'Log', from, operations })
  }

  private apply(operation: Operation) {
    const { command, adds } = operation
    this.log.push(operation)
    this.known.add(command.id)
    for (const id of adds) {
      if (command.op === 'add') this.items.set(id, command.item)
      else this.items.delete(id)
    }
    this.value = [...new Set(this.items.values())].sort()
    this.deliver(command)
  }
}
