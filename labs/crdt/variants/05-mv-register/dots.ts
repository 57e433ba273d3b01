/** One clock for the whole register, and a dot (replica and count) for each value. */
import {
  MultiRegister,
  type NodeId,
  type Read,
  type Request,
  type State,
  type Write,
} from 'netsplit/crdt-registers'

interface Dotted {
  /** How many writes of each replica this state has heard of. */
  readonly clock: Readonly<Record<NodeId, number>>
  readonly values: readonly {
    readonly node: NodeId
    readonly count: number
    readonly text: string
  }[]
}

export class DottedNote extends MultiRegister<Dotted> {
  initial(): Dotted {
    return { clock: {}, values: [] }
  }

  write({ clock }: Dotted, text: string): Dotted {
    const count = (clock[this.id] ?? 0) + 1
    return { clock: { ...clock, [this.id]: count }, values: [{ node: this.id, count, text }] }
  }

  merge(a: Dotted, b: Dotted): Dotted {
    const has = (state: Dotted, { node, count }: { node: NodeId; count: number }) =>
      state.values.some((value) => value.node === node && value.count === count)
    const isUnheard = (state: Dotted, { node, count }: { node: NodeId; count: number }) =>
      (state.clock[node] ?? 0) < count
    const fromA = a.values.filter((value) => has(b, value) || isUnheard(b, value))
    const fromB = b.values.filter((value) => !has(a, value) && isUnheard(a, value))
    const clock: Record<NodeId, number> = { ...a.clock }
    for (const [node, count] of Object.entries(b.clock)) {
      clock[node] = Math.max(clock[node] ?? 0, count)
    }
    return { clock, values: [...fromA, ...fromB] }
  }

  value({ values }: Dotted): readonly string[] {
    return values.map(({ text }) => text)
  }

  onStart() {
    this.state = (this.disk.read('note') as Dotted | undefined) ?? this.initial()
    this.setTimer('tell', 70)
  }

  onCommand(request: Request<Write | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    this.state = this.write(this.state, command.value)
    this.disk.write('note', this.state)
    this.disk.sync()
    this.reply(request, null)
    this.broadcast({ type: 'State', state: this.state })
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('tell', 70)
  }

  onGossip(_from: NodeId, { state }: State<Dotted>) {
    this.state = this.merge(this.state, state)
  }
}
