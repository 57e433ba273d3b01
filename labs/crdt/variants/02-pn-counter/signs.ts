/** One map, with a key for what a replica has added and one for what it has taken away. */
import {
  Counter,
  type Decrement,
  type Increment,
  type NodeId,
  type Read,
  type Request,
  type State,
} from 'netsplit/crdt-counters'

type Signed = Readonly<Record<string, number>>

export class Signs extends Counter<Signed> {
  initial(): Signed {
    return {}
  }

  increment(state: Signed, by: number): Signed {
    return this.merge(state, { [`+${this.id}`]: (state[`+${this.id}`] ?? 0) + by })
  }

  decrement(state: Signed, by: number): Signed {
    return this.merge(state, { [`-${this.id}`]: (state[`-${this.id}`] ?? 0) + by })
  }

  merge(a: Signed, b: Signed): Signed {
    const keys = [...Object.keys(a), ...Object.keys(b)]
    return Object.fromEntries(keys.map((key) => [key, Math.max(a[key] ?? 0, b[key] ?? 0)]))
  }

  value(state: Signed): number {
    let total = 0
    for (const [key, count] of Object.entries(state)) total += key.startsWith('+') ? count : -count
    return total
  }

  onStart() {
    this.state = { ...(this.disk.read('signed') as Signed | undefined) }
    this.onTimer()
  }

  onCommand(request: Request<Increment | Decrement | Read>) {
    const { command } = request
    switch (command.op) {
      case 'read':
        return this.reply(request, this.value(this.state))
      case 'increment':
        return this.keep(this.increment(this.state, command.by), request)
      case 'decrement':
        return this.keep(this.decrement(this.state, command.by), request)
    }
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('tell', this.randomInt(40, 120))
  }

  onGossip(from: NodeId, { state }: State<Signed>) {
    const before = JSON.stringify(this.state)
    this.state = this.merge(this.state, state)
    if (JSON.stringify(this.state) === before) return
    // News: pass it on.
    for (const peer of this.peers) {
      if (peer !== from) this.send(peer, { type: 'State', state: this.state })
    }
  }

  private keep(state: Signed, request: Request<Increment | Decrement | Read>) {
    this.state = state
    this.disk.write('signed', state)
    this.disk.sync()
    this.reply(request, null)
  }
}
