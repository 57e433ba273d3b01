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

/** The counts of the counter that only grows. Is that enough for one that also shrinks? */
type Balance = Counts

const GOSSIP_MS = 100

export class Votes extends Counter<Balance> {
  // The type

  initial(): Balance {
    return {}
  }

  increment(state: Balance, by: number): Balance {
    return raised(state, this.id, by)
  }

  decrement(state: Balance, by: number): Balance {
    return raised(state, this.id, -by)
  }

  merge(a: Balance, b: Balance): Balance {
    return larger(a, b)
  }

  value(state: Balance): number {
    return sum(state)
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
