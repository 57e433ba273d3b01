import { type Command, ListNode, type NodeId, type Request } from 'netsplit/operations'

/** How many operations of each node a node has applied. */
type Progress = Record<NodeId, number>

/** What a command means for all copies of the list. */
interface Operation {
  origin: NodeId
  /** Position among the operations of its origin, from 1. */
  number: number
  /** What its origin had applied before it. */
  after: Progress
  command: Command
  /** Of an add its own new tag; of a remove the tags that it takes away. */
  tags: string[]
}

type Message =
  | { type: 'Operations'; operations: Operation[] }
  | { type: 'Progress'; progress: Progress }

const PROGRESS_MS = 60
const BATCH = 20

export class SharedList extends ListNode<Message> {
  /** Which item each tag on the list stands for. */
  private items = new Map<string, string>()
  /** What this node has applied, in the order in which it did. */
  private history: Operation[] = []
  private progress: Progress = {}
  /** Operations that came before something that they depend on. */
  private early: Operation[] = []

  onStart() {
    this.setTimer('progress', PROGRESS_MS)
  }

  onRequest(request: Request<Command>) {
    const operation = this.operationFor(request.command)
    this.apply(operation)
    this.broadcast({ type: 'Operations', operations: [operation] })
    this.reply(request, null)
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type === 'Operations') {
      this.early.push(...message.operations)
      this.applyReady()
    } else {
      const missing = this.history.filter(
        ({ origin, number }) => number > (message.progress[origin] ?? 0),
      )
      if (missing.length === 0) return
      this.send(from, { type: 'Operations', operations: missing.slice(0, BATCH) })
    }
  }

  onTimer() {
    this.broadcast({ type: 'Progress', progress: this.progress })
    this.setTimer('progress', PROGRESS_MS)
  }

  private operationFor(command: Command): Operation {
    const number = this.appliedOf(this.id) + 1
    const seen = [...this.items].filter(([, item]) => item === command.item).map(([tag]) => tag)
    return {
      origin: this.id,
      number,
      after: { ...this.progress },
      command,
      tags: command.op === 'add' ? [`${this.id}.${number}`] : seen,
    }
  }

  /** Each delivery may be what another operation has waited for, so it looks again. */
  private applyReady() {
    let next = this.early.find((operation) => this.isNext(operation))
    while (next !== undefined) {
      this.apply(next)
      next = this.early.find((operation) => this.isNext(operation))
    }
    this.early = this.early.filter(({ origin, number }) => number > this.appliedOf(origin))
  }

  private isNext({ origin, number, after }: Operation): boolean {
    return (
      number === this.appliedOf(origin) + 1 &&
      Object.entries(after).every(([node, count]) => this.appliedOf(node) >= count)
    )
  }

  private appliedOf(node: NodeId): number {
    return this.progress[node] ?? 0
  }

  private apply(operation: Operation) {
    const { origin, number, command, tags } = operation
    for (const tag of tags) {
      if (command.op === 'add') this.items.set(tag, command.item)
      else this.items.delete(tag)
    }
    this.value = [...new Set(this.items.values())].sort()
    this.history.push(operation)
    this.progress[origin] = number
    this.deliver(command)
  }
}
