/** Keeps no element that has a tombstone: it would never be shown again. */
import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

interface Pruned {
  readonly here: readonly string[]
  readonly gone: readonly string[]
}

export class PrunedSet extends ReplicatedSet<Pruned> {
  initial(): Pruned {
    return { here: [], gone: [] }
  }

  add(state: Pruned, element: string): Pruned {
    return this.merge(state, { here: [element], gone: [] })
  }

  remove(state: Pruned, element: string): Pruned {
    return state.here.includes(element) ? this.merge(state, { here: [], gone: [element] }) : state
  }

  merge(a: Pruned, b: Pruned): Pruned {
    const gone = new Set([...a.gone, ...b.gone])
    const here = new Set([...a.here, ...b.here].filter((element) => !gone.has(element)))
    return { here: [...here], gone: [...gone] }
  }

  value({ here }: Pruned): readonly string[] {
    return here
  }

  onStart() {
    this.state = (this.disk.read('set') as Pruned | undefined) ?? this.initial()
    this.onTimer()
  }

  onCommand(request: Request<Add | Remove | Read>) {
    const { command } = request
    if (command.op === 'add') this.keep(this.add(this.state, command.element))
    if (command.op === 'remove') this.keep(this.remove(this.state, command.element))
    this.reply(request, command.op === 'read' ? this.value(this.state) : null)
  }

  onTimer() {
    for (const peer of this.peers) this.send(peer, { type: 'State', state: this.state })
    this.setTimer('again', 70)
  }

  onGossip(_from: NodeId, message: State<Pruned>) {
    this.keep(this.merge(this.state, message.state))
  }

  private keep(state: Pruned) {
    this.state = state
    this.disk.write('set', state)
    this.disk.sync()
  }
}
