/** Keeps pairs in a list, tells all at each increment, and then one other at a time. */
import {
  GrowingCounter,
  type Increment,
  type NodeId,
  type Read,
  type Request,
  type State,
} from 'netsplit/crdt-counters'

interface Slot {
  readonly replica: NodeId
  readonly count: number
}

export class Tally extends GrowingCounter<readonly Slot[]> {
  initial(): readonly Slot[] {
    return []
  }

  increment(state: readonly Slot[], by: number): readonly Slot[] {
    const own = state.find(({ replica }) => replica === this.id)?.count ?? 0
    return this.merge([{ replica: this.id, count: own + by }], state)
  }

  merge(a: readonly Slot[], b: readonly Slot[]): readonly Slot[] {
    const names = [...new Set([...a, ...b].map(({ replica }) => replica))]
    return names.map((replica) => {
      const counts = [...a, ...b].filter((slot) => slot.replica === replica)
      return { replica, count: Math.max(...counts.map(({ count }) => count)) }
    })
  }

  value(state: readonly Slot[]): number {
    let total = 0
    for (const { count } of state) total += count
    return total
  }

  onStart() {
    this.state = (this.disk.read('slots') as readonly Slot[] | undefined) ?? this.initial()
    this.tellSoon()
  }

  onCommand(request: Request<Increment | Read>) {
    const { command } = request
    switch (command.op) {
      case 'increment':
        this.keep(this.increment(this.state, command.by))
        this.broadcast({ type: 'State', state: this.state })
        return this.reply(request, null)
      case 'read':
        return this.reply(request, this.value(this.state))
    }
  }

  onTimer() {
    const peer = this.peers[this.randomInt(0, Math.max(0, this.peers.length - 1))]
    if (peer !== undefined) this.send(peer, { type: 'State', state: this.state })
    this.tellSoon()
  }

  onGossip(_from: NodeId, { state }: State<readonly Slot[]>) {
    this.keep(this.merge(state, this.state))
  }

  private keep(state: readonly Slot[]) {
    this.state = state
    this.disk.write('slots', state)
    this.disk.sync()
  }

  private tellSoon() {
    this.setTimer('tell', this.randomInt(30, 60))
  }
}
