import {
  GrowingCounter,
  type Increment,
  type NodeId,
  type Read,
  type Request,
  type State,
} from 'netsplit/crdt-counters'

/** How much each replica has added. */
type Counts = Readonly<Record<NodeId, number>>

const GOSSIP_MS = 100

export class Likes extends GrowingCounter<Counts> {
  // The type

  initial(): Counts {
    return {}
  }

  increment(state: Counts, by: number): Counts {
    return { ...state, [this.id]: (state[this.id] ?? 0) + by }
  }

  merge(a: Counts, b: Counts): Counts {
    const merged: Record<NodeId, number> = { ...a }
    for (const [node, count] of Object.entries(b)) {
      merged[node] = Math.max(merged[node] ?? 0, count)
    }
    return merged
  }

  value(state: Counts): number {
    return Object.values(state).reduce((sum, count) => sum + count, 0)
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as Counts | undefined
    if (kept !== undefined) this.state = kept
    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand(request: Request<Increment | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    this.state = this.increment(this.state, command.by)
    this.disk.write('state', this.state)
    this.disk.sync()
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('gossip', GOSSIP_MS)
  }

  onGossip(_from: NodeId, { state }: State<Counts>) {
    this.state = this.merge(this.state, state)
  }
}
