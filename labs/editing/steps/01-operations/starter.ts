import { type Command, ListNode, type NodeId, type Request } from 'netsplit/operations'

/** What a command means for all copies of the list. */
interface Operation {
  command: Command
  /** Of an add its own new tag; of a remove the tags that it takes away. */
  tags: string[]
}

type Message = { type: 'Operation'; operation: Operation }

export class SharedList extends ListNode<Message> {
  /** Which item each tag on the list stands for. */
  private items = new Map<string, string>()
  private adds = 0

  onRequest(request: Request<Command>) {
    const operation = this.operationFor(request.command)
    this.apply(operation)
    // Each message may be lost. Who sends it again, and until when?
    this.broadcast({ type: 'Operation', operation })
    this.reply(request, null)
  }

  onMessage(_from: NodeId, { operation }: Message) {
    // Was it applied before? Does it depend on something that is not here yet?
    this.apply(operation)
  }

  private operationFor(command: Command): Operation {
    if (command.op === 'add') return { command, tags: [`${this.id}.${++this.adds}`] }
    const seen = [...this.items].filter(([, item]) => item === command.item).map(([tag]) => tag)
    return { command, tags: seen }
  }

  private apply({ command, tags }: Operation) {
    for (const tag of tags) {
      if (command.op === 'add') this.items.set(tag, command.item)
      else this.items.delete(tag)
    }
    this.value = [...new Set(this.items.values())].sort()
    this.deliver(command)
  }
}
