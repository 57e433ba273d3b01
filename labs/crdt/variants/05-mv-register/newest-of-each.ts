/** Keeps the newest write of each replica; what a later one has seen is left out when it is read. */
import {
  MultiRegister,
  type NodeId,
  type Read,
  type Request,
  type State,
  type Write,
} from 'netsplit/crdt-registers'

interface Newest {
  readonly count: number
  readonly text: string
  /** The counts of the others that this write has seen. */
  readonly seen: Readonly<Record<NodeId, number>>
}

type Writes = Readonly<Record<NodeId, Newest>>

export class NewestOfEach extends MultiRegister<Writes> {
  initial(): Writes {
    return {}
  }

  write(state: Writes, text: string): Writes {
    const seen = Object.fromEntries(Object.entries(state).map(([node, { count }]) => [node, count]))
    return { ...state, [this.id]: { count: (seen[this.id] ?? 0) + 1, text, seen } }
  }

  merge(a: Writes, b: Writes): Writes {
    const merged: Record<NodeId, Newest> = {}
    for (const writes of [a, b]) {
      for (const [node, write] of Object.entries(writes)) {
        const known = merged[node]
        if (known === undefined || known.count < write.count) merged[node] = write
      }
    }
    return merged
  }

  value(state: Writes): readonly string[] {
    const all = Object.values(state)
    const left = Object.entries(state).filter(([node, { count }]) => {
      return all.every(({ seen }) => (seen[node] ?? 0) < count)
    })
    return left.map(([, { text }]) => text)
  }

  onStart() {
    const kept = this.disk.read('writes') as Writes | undefined
    if (kept) this.state = kept
    this.setTimer('tell', 40)
  }

  onCommand(request: Request<Write | Read>) {
    const { command } = request
    if (command.op === 'write') {
      this.state = this.write(this.state, command.value)
      this.disk.write('writes', this.state)
      this.disk.sync()
    }
    this.reply(request, command.op === 'read' ? this.value(this.state) : null)
  }

  onTimer() {
    const peer = this.peers[this.randomInt(0, Math.max(0, this.peers.length - 1))]
    if (peer !== undefined) this.send(peer, { type: 'State', state: this.state })
    this.setTimer('tell', 40)
  }

  onGossip(_from: NodeId, { state }: State<Writes>) {
    this.state = this.merge(state, this.state)
  }
}
