import {
  type NodeId,
  type Read,
  Register,
  type Request,
  type State,
  type Write,
} from 'netsplit/crdt-registers'

/** A value, and when it was written: on whose clock? */
interface Stamped {
  readonly value: string | null
  readonly time: number
}

const GOSSIP_MS = 100

export class Headline extends Register<Stamped> {
  // The type

  initial(): Stamped {
    return { value: null, time: 0 }
  }

  write(_state: Stamped, value: string): Stamped {
    return { value, time: this.now() }
  }

  merge(a: Stamped, b: Stamped): Stamped {
    return isLater(b, a) ? b : a
  }

  value({ value }: Stamped): string | null {
    return value
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as Stamped | undefined
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

  onGossip(_from: NodeId, { state }: State<Stamped>) {
    this.state = this.merge(this.state, state)
  }
}

function isLater(a: Stamped, b: Stamped): boolean {
  return a.time > b.time
}
