/** One mark for each element that was ever heard of: 1 when it is there, 2 when it is gone. */
import {
  type Add,
  type NodeId,
  type Read,
  type Remove,
  ReplicatedSet,
  type Request,
  type State,
} from 'netsplit/crdt-sets'

type Marks = Readonly<Record<string, number>>

const THERE = 1
const GONE = 2

export class Marked extends ReplicatedSet<Marks> {
  initial(): Marks {
    return {}
  }

  add(state: Marks, element: string): Marks {
    return this.merge(state, { [element]: THERE })
  }

  remove(state: Marks, element: string): Marks {
    return state[element] === THERE ? { ...state, [element]: GONE } : state
  }

  merge(a: Marks, b: Marks): Marks {
    const names = Object.keys({ ...a, ...b })
    return Object.fromEntries(names.map((name) => [name, Math.max(a[name] ?? 0, b[name] ?? 0)]))
  }

  value(state: Marks): readonly string[] {
    return Object.keys(state).filter((name) => state[name] === THERE)
  }

  onStart() {
    const marks = this.disk.read('marks')
    if (marks !== undefined) this.state = marks as Marks
    this.setTimer('tell', this.randomInt(20, 90))
  }

  onCommand(request: Request<Add | Remove | Read>) {
    const { command } = request
    switch (command.op) {
      case 'read':
        return this.reply(request, this.value(this.state))
      case 'add':
        return this.keep(this.add(this.state, command.element), request)
      case 'remove':
        return this.keep(this.remove(this.state, command.element), request)
    }
  }

  onTimer() {
    this.broadcast({ type: 'State', state: this.state })
    this.setTimer('tell', 90)
  }

  onGossip(_from: NodeId, { state }: State<Marks>) {
    this.state = this.merge(state, this.state)
  }

  private keep(state: Marks, request: Request<Add | Remove | Read>) {
    this.state = state
    this.disk.write('marks', state)
    this.disk.sync()
    this.reply(request, null)
    this.broadcast({ type: 'State', state })
  }
}
