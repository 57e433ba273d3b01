/** A flat list of posts, never pushed; as many go into a message as fit. */
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

interface Post {
  readonly by: NodeId
  readonly no: number
  readonly text: string
}

const LENGTH_MAX = 500

export class ByLength extends Feed<readonly Post[]> {
  initial(): readonly Post[] {
    return []
  }

  add(state: readonly Post[], text: string): readonly Post[] {
    const no = 1 + state.filter(({ by }) => by === this.id).length
    return [...state, { by: this.id, no, text }]
  }

  merge(a: readonly Post[], b: readonly Post[]): readonly Post[] {
    const fresh = b.filter((post) => !a.some(({ by, no }) => by === post.by && no === post.no))
    return [...a, ...fresh]
  }

  value(state: readonly Post[]): readonly string[] {
    return state.map(({ text }) => text)
  }

  summary(state: readonly Post[]): Summary {
    const known = new Set(state.map(({ by, no }) => `${by} ${no}`))
    return Object.fromEntries(
      this.nodes.map((node) => {
        let count = 0
        while (known.has(`${node} ${count + 1}`)) count += 1
        return [node, count]
      }),
    )
  }

  missing(state: readonly Post[], summary: Summary): readonly Post[] {
    const wanted = state.filter(({ by, no }) => no > (summary[by] ?? 0)).sort((a, b) => a.no - b.no)
    let length = 0
    return wanted.filter((post) => {
      length += JSON.stringify(post).length + 1
      return length <= LENGTH_MAX
    })
  }

  onStart() {
    this.state = (this.disk.read('posts') as readonly Post[] | undefined) ?? []
    this.setTimer('compare', 60)
  }

  onCommand(request: Request<Add | Read>) {
    const { command } = request
    if (command.op === 'read') return this.reply(request, this.value(this.state))
    this.state = this.add(this.state, command.element)
    this.disk.write('posts', this.state)
    this.disk.sync()
    this.reply(request, null)
  }

  onTimer() {
    this.broadcast({ type: 'Have', summary: this.summary(this.state) })
    this.setTimer('compare', 60)
  }

  onGossip(from: NodeId, message: Have | Delta<readonly Post[]>) {
    if (message.type === 'Delta') {
      this.state = this.merge(this.state, message.delta)
      return
    }
    const delta = this.missing(this.state, message.summary)
    if (delta.length > 0) this.send(from, { type: 'Delta', delta })
  }
}
