import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

interface Copy {
  /** `[count, node]`: each node serves one request at a time, so that it gives no pair twice. */
  readonly stamp: readonly [count: number, node: NodeId]
  readonly value: string | null
}

type Message =
  | { readonly type: 'Question'; readonly round: number }
  | { readonly type: 'Copy'; readonly round: number; readonly copy: Copy }
  | { readonly type: 'Replace'; readonly round: number; readonly copy: Copy }
  | { readonly type: 'Done'; readonly round: number }

const TICK_MS = 30
const TICKS_MAX = 15

/** Serves its requests one after the other; a read that finds all copies alike skips the second round. */
export class QueueingRegister extends RegisterNode<Message> {
  private copy: Copy = { stamp: [0, ''], value: null }
  private queue: Request<Command>[] = []
  private round = 0
  private ticks = 0
  private heard = new Map<NodeId, Copy>()
  private storing: Copy | undefined
  private done = new Set<NodeId>()

  onStart() {
    this.copy = (this.disk.read('copy') as Copy | undefined) ?? this.copy
    this.value = this.copy.value
    this.round = ((this.disk.read('rounds') as number | undefined) ?? 0) + 1_000_000
    this.disk.write('rounds', this.round)
    this.disk.sync()
  }

  onRequest(request: Request<Command>) {
    this.queue.push(request)
    if (this.queue.length === 1) this.begin()
  }

  private begin() {
    if (this.queue.length === 0) return
    this.round++
    this.ticks = 0
    this.heard = new Map([[this.id, this.copy]])
    this.storing = undefined
    this.ask()
    this.setTimer('tick', TICK_MS)
  }

  private ask() {
    const { round, storing } = this
    for (const peer of this.peers) {
      if (storing === undefined && !this.heard.has(peer))
        this.send(peer, { type: 'Question', round })
      if (storing !== undefined && !this.done.has(peer)) {
        this.send(peer, { type: 'Replace', round, copy: storing })
      }
    }
  }

  onTimer() {
    const [request] = this.queue
    if (request === undefined) return
    this.ticks++
    const mayHaveHappened = this.storing !== undefined && request.command.op === 'write'
    if (this.ticks >= TICKS_MAX) {
      // Nobody waits behind one whose fate is open: it is left to itself, and so is its client.
      if (!mayHaveHappened) this.refuse(request, 'too few nodes')
      for (const other of this.queue.slice(1)) this.refuse(other, 'too few nodes')
      this.queue = []
      return
    }
    this.ask()
    this.setTimer('tick', TICK_MS)
  }

  onMessage(from: NodeId, message: Message) {
    const { round } = message
    if (message.type === 'Question')
      return this.send(from, { type: 'Copy', round, copy: this.copy })
    if (message.type === 'Replace') {
      this.take(message.copy)
      return this.send(from, { type: 'Done', round })
    }
    if (round !== this.round || this.queue.length === 0) return
    if (message.type === 'Copy') this.hear(from, message.copy)
    else if (this.storing !== undefined) this.count(from)
  }

  private hear(from: NodeId, copy: Copy) {
    if (this.storing !== undefined) return
    this.heard.set(from, copy)
    if (!this.isEnough(this.heard.size)) return
    const copies = [...this.heard.values()]
    const newest = copies.reduce((best, each) => (compare(each, best) > 0 ? each : best))
    const { command } = this.queue[0] as Request<Command>
    if (command.op === 'read' && copies.every((each) => compare(each, newest) === 0)) {
      return this.finish(newest.value)
    }
    this.storing =
      command.op === 'read'
        ? newest
        : { stamp: [newest.stamp[0] + 1, this.id], value: command.value }
    this.take(this.storing)
    this.done = new Set()
    this.count(this.id)
    this.ask()
  }

  private count(node: NodeId) {
    this.done.add(node)
    if (!this.isEnough(this.done.size)) return
    const { command } = this.queue[0] as Request<Command>
    this.finish(command.op === 'read' ? (this.storing?.value ?? null) : null)
  }

  private finish(result: string | null) {
    const request = this.queue.shift()
    if (request !== undefined) this.reply(request, result)
    this.cancelTimer('tick')
    this.begin()
  }

  private take(copy: Copy) {
    if (compare(copy, this.copy) <= 0) return
    this.copy = copy
    this.value = copy.value
    this.disk.write('copy', copy)
    this.disk.sync()
  }

  private isEnough(count: number): boolean {
    return 2 * count > this.nodes.length
  }
}

function compare({ stamp: a }: Copy, { stamp: b }: Copy): number {
  if (a[0] !== b[0]) return a[0] - b[0]
  return a[1] === b[1] ? 0 : a[1] > b[1] ? 1 : -1
}
