import {
  MultiRegister,
  type NodeId,
  type Read,
  type Request,
  type State,
  type Write,
} from 'netsplit/crdt-registers'

/** How many writes of each replica a write has seen, itself included. */
type Version = Readonly<Record<NodeId, number>>

interface Sibling {
  readonly value: string
  readonly version: Version
}

const GOSSIP_MS = 100

export class Note extends MultiRegister<readonly Sibling[]> {
  // The type

  initial(): readonly Sibling[] {
    return []
  }

  write(state: readonly Sibling[], value: string): readonly Sibling[] {
    const seen = joined(state)
    return [{ value, version: { ...seen, [this.id]: (seen[this.id] ?? 0) + 1 } }]
  }

  merge(a: readonly Sibling[], b: readonly Sibling[]): readonly Sibling[] {
    const all = [...a, ...b.filter((other) => !a.some((own) => own.value === other.value))]
    return all.filter(({ version }) => !all.some((other) => isBefore(version, other.version)))
  }

  value(state: readonly Sibling[]): readonly string[] {
    return state.map(({ value }) => value)
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as readonly Sibling[] | undefined
    if (kept !== undefined) this.state = kept
    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand(request: Request<Write | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    this.state = this.write(this.state, command.value)
    this.disk.write('state', this.state)
    this.disk.sync()
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('gossip', GOSSIP_MS)
  }

  onGossip(_from: NodeId, { state }: State<readonly Sibling[]>) {
    this.state = this.merge(this.state, state)
  }
}

/** The largest count of each replica. */
function joined(state: readonly Sibling[]): Version {
  const seen: Record<NodeId, number> = {}
  for (const { version } of state) {
    for (const [node, count] of Object.entries(version)) {
      seen[node] = Math.max(seen[node] ?? 0, count)
    }
  }
  return seen
}

/** True when `b` has seen all that `a` has, and more. */
function isBefore(a: Version, b: Version): boolean {
  const nodes = Object.keys({ ...a, ...b })
  const isWithin = nodes.every((node) => (a[node] ?? 0) <= (b[node] ?? 0))
  return isWithin && nodes.some((node) => (a[node] ?? 0) < (b[node] ?? 0))
}
