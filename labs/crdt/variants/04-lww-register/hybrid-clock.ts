/** A hybrid clock: wall time where it is ahead of every stamp seen, else the next number. */
import {
  type NodeId,
  type Read,
  Register,
  type Request,
  type State,
  type Write,
} from 'netsplit/crdt-registers'

interface Hybrid {
  readonly text: string | null
  readonly stamp: readonly [millis: number, count: number, node: NodeId]
}

export class HybridRegister extends Register<Hybrid> {
  initial(): Hybrid {
    return { text: null, stamp: [Number.MIN_SAFE_INTEGER, 0, ''] }
  }

  write({ stamp: [millis, count] }: Hybrid, value: string): Hybrid {
    const now = Math.floor(this.now())
    const isAhead = now > millis
    return { text: value, stamp: [isAhead ? now : millis, isAhead ? 0 : count + 1, this.id] }
  }

  merge(a: Hybrid, b: Hybrid): Hybrid {
    for (const place of [0, 1, 2] as const) {
      if (a.stamp[place] > b.stamp[place]) return a
      if (a.stamp[place] < b.stamp[place]) return b
    }
    return a
  }

  value({ text }: Hybrid): string | null {
    return text
  }

  onStart() {
    this.state = (this.disk.read('text') as Hybrid | undefined) ?? this.state
    this.setTimer('tell', 60)
  }

  onCommand(request: Request<Write | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.state.text)
    this.state = this.write(this.state, command.value)
    this.disk.write('text', this.state)
    this.disk.sync()
    this.broadcast({ type: 'State', state: this.state })
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('tell', 60)
  }

  onGossip(_from: NodeId, { state }: State<Hybrid>) {
    this.state = this.merge(this.state, state)
  }
}
