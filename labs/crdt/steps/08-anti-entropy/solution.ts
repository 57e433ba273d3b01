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

/** The posts of each replica by their numbers, from 1; there may be gaps. */
type Posts = Readonly<Record<NodeId, Readonly<Record<number, string>>>>

const GOSSIP_MS = 100
const POSTS_MAX = 8

export class News extends Feed<Posts> {
  // The type

  initial(): Posts {
    return {}
  }

  add(state: Posts, element: string): Posts {
    return this.merge(state, this.newPost(state, element))
  }

  merge(a: Posts, b: Posts): Posts {
    const merged: Record<NodeId, Readonly<Record<number, string>>> = { ...a }
    for (const [node, posts] of Object.entries(b)) merged[node] = { ...merged[node], ...posts }
    return merged
  }

  value(state: Posts): readonly string[] {
    return Object.values(state).flatMap((posts) => Object.values(posts))
  }

  summary(state: Posts): Summary {
    const counts: Record<NodeId, number> = {}
    for (const [node, posts] of Object.entries(state)) {
      let count = 0
      while (posts[count + 1] !== undefined) count++
      counts[node] = count
    }
    return counts
  }

  missing(state: Posts, summary: Summary): Posts {
    const part: Record<NodeId, Record<number, string>> = {}
    let left = POSTS_MAX
    for (const [node, posts] of Object.entries(state)) {
      for (let number = (summary[node] ?? 0) + 1; left > 0 && number in posts; number++) {
        part[node] = { ...part[node], [number]: posts[number] ?? '' }
        left--
      }
    }
    return part
  }

  // The replica

  onStart() {
    const kept = this.disk.read('state') as Posts | undefined
    if (kept !== undefined) this.state = kept
    this.setTimer('gossip', GOSSIP_MS)
  }

  onCommand(request: Request<Add | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    const delta = this.newPost(this.state, command.element)
    this.state = this.merge(this.state, delta)
    this.disk.write('state', this.state)
    this.disk.sync()
    this.reply(request, null)
    this.broadcast({ type: 'Delta', delta })
  }

  onTimer() {
    this.broadcast({ type: 'Have', summary: this.summary(this.state) })
    this.setTimer('gossip', GOSSIP_MS)
  }

  onGossip(from: NodeId, message: Have | Delta<Posts>) {
    if (message.type === 'Delta') {
      this.state = this.merge(this.state, message.delta)
      return
    }
    const delta = this.missing(this.state, message.summary)
    if (Object.keys(delta).length > 0) this.send(from, { type: 'Delta', delta })
  }

  private newPost(state: Posts, element: string): Posts {
    const number = (this.summary(state)[this.id] ?? 0) + 1
    return { [this.id]: { [number]: element } }
  }
}
