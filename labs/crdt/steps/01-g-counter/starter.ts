import {
  GrowingCounter,
  type Increment,
  type NodeId,
  type Read,
  type Request,
  type State,
} from 'netsplit/crdt-counters'

/** One number will not do. What must a replica know to tell two increments from one heard twice? */
type Counts = number

export class Likes extends GrowingCounter<Counts> {
  // The type

  initial(): Counts {
    return 0
  }

  increment(state: Counts, by: number): Counts {
    return state + by
  }

  merge(a: Counts, b: Counts): Counts {
    return Math.max(a, b)
  }

  value(state: Counts): number {
    return state
  }

  // The replica

  onStart() {
    // What must a replica find again after a crash? And who tells the others what it has?
  }

  onCommand(request: Request<Increment | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    this.state = this.increment(this.state, command.by)
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
  }

  onGossip(_from: NodeId, { state }: State<Counts>) {
    this.state = this.merge(this.state, state)
  }
}
