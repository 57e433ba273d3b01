import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

/** What was ever added, and what was ever removed: both only grow. */
interface Elements {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

const GOSSIP_MS = 100

export class Topics extends ReplicatedSet<Elements> {
  // The type

  initial(): Elements {
    return { added: [], removed: [] }
  }

  add({ added, removed }: Elements, element: string): Elements {
    return { added: union(added, [element]), removed }
  }

  remove(state: Elements, element: string): Elements {
    if (!this.value(state).includes(element)) return state
    return { added: state.added, removed: union(state.removed, [element]) }
  }

  merge(a: Elements, b: Elements): Elements {
    return { added: union(a.added, b.added), removed: union(a.removed, b.removed) }
  }

  value({ added, removed }: Elements): readonly string[] {
    return added.filter((element) => !removed.includes(element))
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as Elements | undefined
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

  onGossip(_from: NodeId, { state }: State<Elements>) {
    this.state = this.merge(this.state, state)
  }

  private updated({ op, element }: Add | Remove): Elements {
    return op === 'add' ? this.add(this.state, element) : this.remove(this.state, element)
  }
}

/** Each once, in order. */
function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort()
}
