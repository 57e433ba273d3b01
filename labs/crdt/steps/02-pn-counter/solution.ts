import {
  Counter,
  type Decrement,
  type Increment,
  type NodeId,
  type Read,
  type Request,
  type State,
} from 'netsplit/crdt-counters'

type Counts = Readonly<Record<NodeId, number>>

/** How much each replica has added, and how much it has taken away: both only grow. */
interface Balance {
  readonly added: Counts
  readonly taken: Counts
}

const GOSSIP_MS = 100

export class Votes extends Counter<Balance> {
  // The type

  initial(): Balance {
    return { added: {}, taken: {} }
  }

  increment({ added, taken }: Balance, by: number): Balance {
    return { added: raised(added, this.id, by), taken }
  }

  decrement({ added, taken }: Balance, by: number): Balance {
    return { added, taken: raised(taken, this.id, by) }
  }

  merge(a: Balance, b: Balance): Balance {
    return { added: larger(a.added, b.added), taken: larger(a.taken, b.taken) }
  }

  value({ added, taken }: Balance): number {
    return sum(added) - sum(taken)
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as Balance | undefined
    if (kept !== undefined) this.state = kept
    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand(request: Request<Increment | Decrement | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    this.state = this.updated(command)
    this.disk.write('state', this.state)
    this.disk.sync()
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('gossip', GOSSIP_MS)
  }

  onGossip(_from: NodeId, { state }: State<Balance>) {
    this.state = this.merge(this.state, state)
  }

  private updated({ op, by }: Increment | Decrement): Balance {
    return op === 'increment' ? this.increment(this.state, by) : this.decrement(this.state, by)
  }
}

function raised(counts: Counts, node: NodeId, by: number): Counts {
  return { ...counts, [node]: (counts[node] ?? 0) + by }
}

function larger(a: Counts, b: Counts): Counts {
  const merged: Record<NodeId, number> = { ...a }
  for (const [node, count] of Object.entries(b)) {
    merged[node] = Math.max(merged[node] ?? 0, count)
  }
  return merged
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
