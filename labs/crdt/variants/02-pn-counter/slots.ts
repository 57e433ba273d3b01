/** One pair of numbers for each replica, in a list; gossip to one other at a time. */
import {
  Counter,
  type Decrement,
  type Increment,
  type NodeId,
  type Read,
  type Request,
  type State,
} from 'netsplit/crdt-counters'

type Slot = readonly [replica: NodeId, up: number, down: number]

export class Slots extends Counter<readonly Slot[]> {
  private turn = 0

  initial(): readonly Slot[] {
    return []
  }

  increment(state: readonly Slot[], by: number): readonly Slot[] {
    const [, up, down] = this.slot(state, this.id)
    return this.merge(state, [[this.id, up + by, down]])
  }

  decrement(state: readonly Slot[], by: number): readonly Slot[] {
    const [, up, down] = this.slot(state, this.id)
    return this.merge(state, [[this.id, up, down + by]])
  }

  merge(a: readonly Slot[], b: readonly Slot[]): readonly Slot[] {
    const names = [...new Set([...a, ...b].map(([name]) => name))].sort()
    return names.map((name) => {
      const [, upA, downA] = this.slot(a, name)
      const [, upB, downB] = this.slot(b, name)
      return [name, Math.max(upA, upB), Math.max(downA, downB)] as const
    })
  }

  value(state: readonly Slot[]): number {
    return state.reduce((total, [, up, down]) => total + up - down, 0)
  }

  onStart() {
    this.state = (this.disk.read('slots') as readonly Slot[] | undefined) ?? []
    this.setTimer('tell', 40)
  }

  onCommand(request: Request<Increment | Decrement | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    const change = command.op === 'increment' ? this.increment : this.decrement
    this.state = change.call(this, this.state, command.by)
    this.disk.write('slots', this.state)
    this.disk.sync()
    this.reply(request, null)
  }

  onTimer() {
    const peer = this.peers[this.turn++ % Math.max(1, this.peers.length)]
    if (peer !== undefined) this.send(peer, { type: 'State', state: this.state })
    this.setTimer('tell', 40)
  }

  onGossip(_from: NodeId, { state }: State<readonly Slot[]>) {
    this.state = this.merge(state, this.state)
  }

  private slot(state: readonly Slot[], name: NodeId): Slot {
    return state.find(([replica]) => replica === name) ?? [name, 0, 0]
  }
}
