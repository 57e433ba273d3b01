/** Live tags by element, and dead ones in a list; a dead tag is in no other place. */
import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

interface Lists {
  readonly live: readonly (readonly [element: string, node: NodeId, number: number])[]
  readonly dead: readonly (readonly [node: NodeId, number: number])[]
  /** How many tags each replica has handed out. */
  readonly used: Readonly<Record<NodeId, number>>
}

export class Lively extends ReplicatedSet<Lists> {
  initial(): Lists {
    return { live: [], dead: [], used: {} }
  }

  add({ live, dead, used }: Lists, element: string): Lists {
    const number = (used[this.id] ?? 0) + 1
    return {
      live: [...live, [element, this.id, number]],
      dead,
      used: { ...used, [this.id]: number },
    }
  }

  remove({ live, dead, used }: Lists, element: string): Lists {
    const hit = live.filter(([name]) => name === element)
    return {
      live: live.filter(([name]) => name !== element),
      dead: [...dead, ...hit.map(([, node, number]) => [node, number] as const)],
      used,
    }
  }

  merge(a: Lists, b: Lists): Lists {
    const dead = new Map([...a.dead, ...b.dead].map((tag) => [tag.join(' '), tag]))
    const live = new Map([...a.live, ...b.live].map((entry) => [`${entry[1]} ${entry[2]}`, entry]))
    const used: Record<NodeId, number> = { ...a.used }
    for (const [node, number] of Object.entries(b.used)) {
      used[node] = Math.max(number, used[node] ?? 0)
    }
    const left = [...live].filter(([tag]) => !dead.has(tag)).map(([, entry]) => entry)
    return { live: left, dead: [...dead.values()], used }
  }

  value({ live }: Lists): readonly string[] {
    return [...new Set(live.map(([element]) => element))]
  }

  onStart() {
    this.state = (this.disk.read('lists') as Lists | undefined) ?? this.initial()
    this.setTimer('tell', 80)
  }

  onCommand(request: Request<Add | Remove | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    const change = command.op === 'add' ? this.add : this.remove
    this.state = change.call(this, this.state, command.element)
    this.disk.write('lists', this.state)
    this.disk.sync()
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('tell', 80)
  }

  onGossip(_from: NodeId, { state }: State<Lists>) {
    this.state = this.merge(this.state, state)
  }
}
