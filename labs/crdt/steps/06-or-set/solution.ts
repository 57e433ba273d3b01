import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

/** The name of one addition: its replica, and how many that replica had made by then. */
type Tag = string

interface Tagged {
  /** Every addition that was ever heard of, with its element. */
  readonly elements: Readonly<Record<Tag, string>>
  /** The additions that were taken away. */
  readonly gone: readonly Tag[]
}

const GOSSIP_MS = 100

export class Cart extends ReplicatedSet<Tagged> {
  // The type

  initial(): Tagged {
    return { elements: {}, gone: [] }
  }

  add({ elements, gone }: Tagged, element: string): Tagged {
    const own = Object.keys(elements).filter((tag) => tag.startsWith(`${this.id}:`))
    const tag = `${this.id}:${own.length + 1}`
    return { elements: { ...elements, [tag]: element }, gone }
  }

  remove({ elements, gone }: Tagged, element: string): Tagged {
    const seen = Object.keys(elements).filter((tag) => elements[tag] === element)
    return { elements, gone: union(gone, seen) }
  }

  merge(a: Tagged, b: Tagged): Tagged {
    return { elements: { ...a.elements, ...b.elements }, gone: union(a.gone, b.gone) }
  }

  value({ elements, gone }: Tagged): readonly string[] {
    const live = Object.entries(elements).filter(([tag]) => !gone.includes(tag))
    return union(
      live.map(([, element]) => element),
      [],
    )
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as Tagged | undefined
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

  onGossip(_from: NodeId, { state }: State<Tagged>) {
    this.state = this.merge(this.state, state)
  }

  private updated({ op, element }: Add | Remove): Tagged {
    return op === 'add' ? this.add(this.state, element) : this.remove(this.state, element)
  }
}

/** Each once, in order. */
function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort()
}
