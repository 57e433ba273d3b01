/** A flat list of additions; the clock is a list of pairs in order of the names. */
import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

interface Entry {
  readonly at: NodeId
  readonly no: number
  readonly what: string
}

interface Flat {
  readonly heard: readonly (readonly [node: NodeId, count: number])[]
  readonly list: readonly Entry[]
}

export class FlatSet extends ReplicatedSet<Flat> {
  initial(): Flat {
    return { heard: [], list: [] }
  }

  add(state: Flat, what: string): Flat {
    const no = heardOf(state, this.id) + 1
    const heard = state.heard.filter(([node]) => node !== this.id)
    const list = state.list.filter((entry) => entry.what !== what)
    return { heard: [...heard, [this.id, no]], list: [...list, { at: this.id, no, what }] }
  }

  remove({ heard, list }: Flat, what: string): Flat {
    return { heard, list: list.filter((entry) => entry.what !== what) }
  }

  merge(a: Flat, b: Flat): Flat {
    const names = new Set([...a.heard, ...b.heard].map(([node]) => node))
    const heard = [...names].sort().map((node) => {
      return [node, Math.max(heardOf(a, node), heardOf(b, node))] as const
    })
    const shared = a.list.filter((entry) => holds(b, entry))
    const newHere = a.list.filter(({ at, no }) => heardOf(b, at) < no)
    const newThere = b.list.filter(({ at, no }) => heardOf(a, at) < no)
    return { heard, list: [...shared, ...newHere, ...newThere] }
  }

  value({ list }: Flat): readonly string[] {
    return [...new Set(list.map(({ what }) => what))]
  }

  onStart() {
    this.state = (this.disk.read('set') as Flat | undefined) ?? this.initial()
    this.setTimer('tell', this.randomInt(50, 100))
  }

  onCommand(request: Request<Add | Remove | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    if (command.op === 'add') this.state = this.add(this.state, command.element)
    else this.state = this.remove(this.state, command.element)
    this.disk.write('set', this.state)
    this.disk.sync()
    this.broadcast({ type: 'State', state: this.state })
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('tell', 100)
  }

  onGossip(_from: NodeId, { state }: State<Flat>) {
    this.state = this.merge(this.state, state)
  }
}

function heardOf({ heard }: Flat, node: NodeId): number {
  return heard.find(([name]) => name === node)?.[1] ?? 0
}

function holds({ list }: Flat, { at, no }: Entry): boolean {
  return list.some((entry) => entry.at === at && entry.no === no)
}
