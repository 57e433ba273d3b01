import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

/** The two-phase set: what was removed stays away. How could an element be added anew? */
interface Elements {
  readonly added: readonly string[]
  readonly gone: readonly string[]
}

const GOSSIP_MS = 100

export class Cart extends ReplicatedSet<Elements> {
  // The type

  initial(): Elements {
    return { added: [], gone: [] }
  }

  add({ added, gone }: Elements, element: string): Elements {
    return { added: union(added, [element]), gone }
  }

  remove({ added, gone }: Elements, element: string): Elements {
    return { added, gone: added.includes(element) ? union(gone, [element]) : gone }
  }

  merge(a: Elements, b: Elements): Elements {
    return { added: union(a.added, b.added), gone: union(a.gone, b.gone) }
  }

  value({ added, gone }: Elements): readonly string[] {
    return added.filter((element) => !gone.includes(element))
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
