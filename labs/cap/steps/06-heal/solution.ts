import { type Command, type NodeId, type Request, SiblingNode } from 'netsplit/cap-siblings'

/** One write: the `count`-th of its node. */
interface Write {
  readonly node: NodeId
  readonly count: number
  readonly value: string
}

/** By node, up to which of its writes one has seen: all of them, without gaps. */
type Seen = Readonly<Record<NodeId, number>>

interface State {
  readonly seen: Seen
  /** The writes that stand side by side. */
  readonly writes: readonly Write[]
}

interface Message {
  readonly type: 'State'
  readonly state: State
}

const GOSSIP_MS = 100

export class Store extends SiblingNode<Message> {
  private state: State = { seen: {}, writes: [] }

  onStart() {
    const kept = this.disk.read('state') as State | undefined
    if (kept !== undefined) this.show(kept)
    this.setTimer('gossip', GOSSIP_MS)
  }

  onRequest(request: Request<Command>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.values)
    const { seen } = this.state
    const count = (seen[this.id] ?? 0) + 1
    const write = { node: this.id, count, value: command.value }
    this.keep({ seen: { ...seen, [this.id]: count }, writes: [write] })
    this.reply(request, null)
  }

  onMessage(_from: NodeId, { state }: Message) {
    this.keep(merge(this.state, state))
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('gossip', GOSSIP_MS)
  }

  private keep(state: State) {
    this.disk.write('state', state)
    this.disk.sync()
    this.show(state)
  }

  private show(state: State) {
    this.state = state
    this.values = state.writes.map(({ value }) => value).sort()
  }
}

/** A write that only one side has stands, unless the other side has seen it and dropped it. */
function merge(a: State, b: State): State {
  const seen: Record<NodeId, number> = { ...a.seen }
  for (const [node, count] of Object.entries(b.seen)) {
    seen[node] = Math.max(seen[node] ?? 0, count)
  }
  const kept = a.writes.filter((write) => has(b, write) || !hasSeen(b, write))
  const news = b.writes.filter((write) => !has(a, write) && !hasSeen(a, write))
  return { seen, writes: [...kept, ...news] }
}

function has({ writes }: State, { node, count }: Write): boolean {
  return writes.some((write) => write.node === node && write.count === count)
}

function hasSeen({ seen }: State, { node, count }: Write): boolean {
  return (seen[node] ?? 0) >= count
}
