import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

/** Counts of additions, by replica. */
type Counts = Readonly<Record<NodeId, number>>

interface Compact {
  /** How many additions of each replica this state has heard of. */
  readonly clock: Counts
  /** The elements that are there, each with the additions that keep it: at most one a replica. */
  readonly elements: Readonly<Record<string, Counts>>
}

const GOSSIP_MS = 100

export class Cart extends ReplicatedSet<Compact> {
  // The type

  initial(): Compact {
    return { clock: {}, elements: {} }
  }

  add({ clock, elements }: Compact, element: string): Compact {
    const dot = { [this.id]: (clock[this.id] ?? 0) + 1 }
    return { clock: { ...clock, ...dot }, elements: { ...elements, [element]: dot } }
  }

  remove({ clock, elements }: Compact, element: string): Compact {
    const left = Object.entries(elements).filter(([name]) => name !== element)
    return { clock, elements: Object.fromEntries(left) }
  }

  merge(a: Compact, b: Compact): Compact {
    // An element is here and not there. Was it added here, or removed there?
    const elements = { ...a.elements, ...b.elements }
    return { clock: larger(a.clock, b.clock), elements }
  }

  value({ elements }: Compact): readonly string[] {
    return Object.keys(elements)
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as Compact | undefined
    if (kept !== undefined) this.state = kept
    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand(request: Request<Add | Remove | Read>) {
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

  onGossip(_from: NodeId, { state }: State<Compact>) {
    this.state = this.merge(this.state, state)
  }

  private updated({ op, element }: Add | Remove): Compact {
    return op === 'add' ? this.add(this.state, element) : this.remove(this.state, element)
  }
}

function larger(a: Counts, b: Counts): Counts {
  const merged: Record<NodeId, number> = { ...a }
  for (const [node, count] of Object.entries(b)) {
    merged[node] = Math.max(merged[node] ?? 0, count)
  }
  return merged
}
