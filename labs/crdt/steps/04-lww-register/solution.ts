import {
  type NodeId,
  type Read,
  Register,
  type Request,
  type State,
  type Write,
} from 'netsplit/crdt-registers'

/** A value with its stamp: a count that is larger than every count its writer knew, and its name. */
interface Stamped {
  readonly value: string | null
  readonly time: number
  readonly writer: NodeId
}

const GOSSIP_MS = 100

export class Headline extends Register<Stamped> {
  // The type

  initial(): Stamped {
    return { value: null, time: 0, writer: '' }
  }

  write(state: Stamped, value: string): Stamped {
    return { value, time: state.time + 1, writer: this.id }
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

/** Counts first; of equal counts the larger name is the later one, on every replica alike. */
function isLater(a: Stamped, b: Stamped): boolean {
  if (a.time !== b.time) return a.time > b.time
  return a.writer > b.writer
}
