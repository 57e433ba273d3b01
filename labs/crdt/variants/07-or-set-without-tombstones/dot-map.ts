/** A map from additions to elements; adding again replaces the own addition only. */
import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

interface Dots {
  readonly heard: Readonly<Record<NodeId, number>>
  /** Keys are `n1 7`: the seventh addition of n1. */
  readonly dots: Readonly<Record<string, string>>
}

export class DotMap extends ReplicatedSet<Dots> {
  initial(): Dots {
    return { heard: {}, dots: {} }
  }

  add({ heard, dots }: Dots, element: string): Dots {
    const count = (heard[this.id] ?? 0) + 1
    const others = Object.entries(dots).filter(
      ([dot, name]) => name !== element || nodeOf(dot) !== this.id,
    )
    return {
      heard: { ...heard, [this.id]: count },
      dots: { ...Object.fromEntries(others), [`${this.id} ${count}`]: element },
    }
  }

  remove({ heard, dots }: Dots, element: string): Dots {
    const left = Object.entries(dots).filter(([, name]) => name !== element)
    return { heard, dots: Object.fromEntries(left) }
  }

  merge(a: Dots, b: Dots): Dots {
    const all = { ...a.dots, ...b.dots }
    const stays = (dot: string) =>
      (dot in a.dots || !hasHeard(a, dot)) && (dot in b.dots || !hasHeard(b, dot))
    const heard: Record<NodeId, number> = { ...b.heard }
    for (const node of Object.keys(a.heard)) {
      heard[node] = Math.max(heard[node] ?? 0, a.heard[node] ?? 0)
    }
    return { heard, dots: Object.fromEntries(Object.entries(all).filter(([dot]) => stays(dot))) }
  }

  value({ dots }: Dots): readonly string[] {
    return [...new Set(Object.values(dots))].sort()
  }

  onStart() {
    this.state = (this.disk.read('dots') as Dots | undefined) ?? this.initial()
    this.setTimer('tell', 60)
  }

  onCommand(request: Request<Add | Remove | Read>) {
    const { command } = request
    if (command.op === 'add') this.keep(this.add(this.state, command.element))
    if (command.op === 'remove') this.keep(this.remove(this.state, command.element))
    this.reply(request, command.op === 'read' ? this.value(this.state) : null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('tell', 60)
  }

  onGossip(_from: NodeId, { state }: State<Dots>) {
    this.keep(this.merge(this.state, state))
  }

  private keep(state: Dots) {
    this.state = state
    this.disk.write('dots', state)
    this.disk.sync()
  }
}

function nodeOf(dot: string): NodeId {
  return dot.split(' ')[0] ?? ''
}

function hasHeard({ heard }: Dots, dot: string): boolean {
  return Number(dot.split(' ')[1]) <= (heard[nodeOf(dot)] ?? 0)
}
