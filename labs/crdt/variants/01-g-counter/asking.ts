/** Each replica asks the others for what they have, and keeps its own count alone on disk. */
import {
  GrowingCounter,
  type Increment,
  type NodeId,
  type Read,
  type Request,
  type State,
} from 'netsplit/crdt-counters'

interface Counts {
  readonly counts: { readonly [node: string]: number }
}

interface Ask {
  readonly type: 'Ask'
}

export class Asking extends GrowingCounter<Counts, State<Counts> | Ask> {
  initial(): Counts {
    return { counts: {} }
  }

  increment({ counts }: Counts, by: number): Counts {
    const own = counts[this.id] ?? 0
    return { counts: { ...counts, [this.id]: own + by } }
  }

  merge(a: Counts, b: Counts): Counts {
    const counts: Record<string, number> = {}
    for (const node of [...Object.keys(a.counts), ...Object.keys(b.counts)].sort()) {
      const [left = 0, right = 0] = [a.counts[node], b.counts[node]]
      counts[node] = left > right ? left : right
    }
    return { counts }
  }

  value({ counts }: Counts): number {
    return Object.keys(counts).reduce((sum, node) => sum + (counts[node] ?? 0), 0)
  }

  onStart() {
    const own = this.disk.read('own') as number | undefined
    if (own !== undefined) this.state = { counts: { [this.id]: own } }
    this.onTimer()
  }

  onCommand(request: Request<Increment | Read>) {
    if (request.command.op === 'increment') {
      this.state = this.increment(this.state, request.command.by)
      this.disk.write('own', this.state.counts[this.id])
      this.disk.sync()
      return this.reply(request, null)
    }
    this.reply(request, this.value(this.state))
  }

  onTimer() {
    this.broadcast({ type: 'Ask' })
    this.setTimer('ask', 80)
  }

  onGossip(from: NodeId, message: State<Counts> | Ask) {
    if (message.type === 'Ask') return this.send(from, { type: 'State', state: this.state })
    this.state = this.merge(this.state, message.state)
  }
}
