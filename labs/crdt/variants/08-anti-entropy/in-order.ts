/** Keeps lists without gaps, takes only what follows, and passes no post on before it is asked. */
import {
  type Add,
  type Delta,
  Feed,
  type Have,
  type NodeId,
  type Read,
  type Request,
  type Summary,
} from 'netsplit/crdt-anti-entropy'

interface Run {
  readonly by: NodeId
  /** Number of the first post in the list. */
  readonly first: number
  readonly posts: readonly string[]
}

export class InOrder extends Feed<readonly Run[]> {
  initial(): readonly Run[] {
    return []
  }

  add(state: readonly Run[], element: string): readonly Run[] {
    const first = lengthOf(state, this.id) + 1
    return this.merge(state, [{ by: this.id, first, posts: [element] }])
  }

  merge(a: readonly Run[], b: readonly Run[]): readonly Run[] {
    const numbered = new Map<string, { by: NodeId; number: number; post: string }>()
    for (const { by, first, posts } of [...a, ...b]) {
      for (const [index, post] of posts.entries()) {
        const number = first + index
        numbered.set(`${by} ${number}`, { by, number, post })
      }
    }
    const runs: { by: NodeId; first: number; posts: string[] }[] = []
    const all = [...numbered.values()].sort(
      (x, y) => (x.by < y.by ? -1 : Number(x.by > y.by)) || x.number - y.number,
    )
    for (const { by, number, post } of all) {
      const last = runs.at(-1)
      if (last?.by === by && last.first + last.posts.length === number) last.posts.push(post)
      else runs.push({ by, first: number, posts: [post] })
    }
    return runs
  }

  value(state: readonly Run[]): readonly string[] {
    return state.flatMap(({ posts }) => posts)
  }

  summary(state: readonly Run[]): Summary {
    const whole = state.filter(({ first }) => first === 1)
    return Object.fromEntries(whole.map(({ by, posts }) => [by, posts.length]))
  }

  missing(state: readonly Run[], summary: Summary): readonly Run[] {
    const parts = state.flatMap(({ by, first, posts }) => {
      const from = Math.max(first, (summary[by] ?? 0) + 1)
      const rest = posts.slice(from - first, from - first + 4)
      return rest.length === 0 ? [] : [{ by, first: from, posts: rest }]
    })
    return parts.slice(0, 3)
  }

  onStart() {
    this.state = (this.disk.read('runs') as readonly Run[] | undefined) ?? []
    this.setTimer('tell', 50)
  }

  onCommand(request: Request<Add | Read>) {
    const { command } = request
    if (command.op === 'add') this.keep(this.add(this.state, command.element))
    this.reply(request, command.op === 'read' ? this.value(this.state) : null)
  }

  onTimer() {
    this.broadcast({ type: 'Have', summary: this.summary(this.state) })
    this.setTimer('tell', 50)
  }

  onGossip(from: NodeId, message: Have | Delta<readonly Run[]>) {
    if (message.type === 'Have') {
      const delta = this.missing(this.state, message.summary)
      if (delta.length > 0) this.send(from, { type: 'Delta', delta })
    } else {
      this.keep(this.merge(this.state, message.delta))
    }
  }

  private keep(state: readonly Run[]) {
    this.state = state
    this.disk.write('runs', state)
    this.disk.sync()
  }
}

function lengthOf(state: readonly Run[], node: NodeId): number {
  return state.find(({ by, first }) => by === node && first === 1)?.posts.length ?? 0
}
