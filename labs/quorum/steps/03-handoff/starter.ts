import {
  type Command,
  type Copy,
  type Message,
  type NodeId,
  QuorumNode,
  type Request,
  type Version,
} from 'netsplit/quorum-hints'

const PATIENCE_MS = 300

interface Waiting {
  readonly request: Request<Command>
  /** What each replica that has answered has; null for nothing, or for a put that it confirmed. */
  readonly heard: Map<NodeId, Copy | null>
  newest: Copy | null
  isAnswered: boolean
}

export class QuorumStore extends QuorumNode {
  private waiting = new Map<number, Waiting>()

  onStart() {
    this.copies = (this.disk.read('copies') as Record<string, Copy> | undefined) ?? {}
  }

  onRequest(request: Request<Command>) {
    const { id, command } = request
    this.waiting.set(id, { request, heard: new Map(), newest: null, isAnswered: false })
    this.setTimer(String(id), PATIENCE_MS)
    const version = this.newVersion()
    for (const replica of this.replicasOf(command.key)) {
      if (command.op === 'get') {
        this.send(replica, { type: 'Fetch', id, key: command.key })
      } else {
        const copy = { value: command.value, version }
        this.send(replica, { type: 'Store', id, key: command.key, copy })
      }
    }
  }

  onMessage(from: NodeId, message: Message) {
    switch (message.type) {
      case 'Store':
        this.keep(message.key, message.copy)
        return this.send(from, { type: 'Stored', id: message.id })
      case 'Fetch':
        return this.send(from, {
          type: 'Fetched',
          id: message.id,
          copy: this.copies[message.key] ?? null,
        })
      case 'Stored':
        return this.count(from, message.id, null)
      case 'Fetched':
        return this.count(from, message.id, message.copy)
    }
  }

  onTimer(name: string) {
    const waiting = this.waiting.get(Number(name))
    if (waiting === undefined) return
    const { request, isAnswered } = waiting
    this.waiting.delete(request.id)
    if (isAnswered) return
    if (request.command.op === 'put') this.giveUp(request)
    else this.refuse(request, 'too few replicas answered')
  }

  private count(from: NodeId, id: number, copy: Copy | null) {
    const waiting = this.waiting.get(id)
    if (waiting === undefined) return
    const { request, heard } = waiting
    const { command } = request
    if (heard.has(from)) return
    heard.set(from, copy)
    waiting.newest = newerOf(waiting.newest, copy)
    const needed = command.op === 'get' ? this.r : this.w
    if (heard.size < needed) return
    if (!waiting.isAnswered) {
      waiting.isAnswered = true
      // Your code: which replicas have not confirmed this put, and who will tell them?
      this.reply(request, command.op === 'get' ? (waiting.newest?.value ?? null) : null)
    }
    if (command.op === 'get') this.repair(command.key, waiting)
    // Whoever has not answered yet may be behind as well: the record stays until the timer.
    if (heard.size < this.n) return
    this.waiting.delete(id)
    this.cancelTimer(String(id))
  }

  /** Each replica that was heard gets the newest copy once, with the version that it has. */
  private repair(key: string, { request, heard, newest }: Waiting) {
    if (newest === null) return
    for (const [replica, copy] of heard) {
      if (copy !== null && !isNewer(newest.version, copy.version)) continue
      this.send(replica, { type: 'Store', id: request.id, key, copy: newest })
      heard.set(replica, newest)
    }
  }

  /** A replica confirms what it keeps, so it is on disk before anybody hears of it. */
  private keep(key: string, copy: Copy) {
    const newest = newerOf(this.copies[key] ?? null, copy)
    if (newest !== copy) return
    this.copies[key] = copy
    this.disk.write('copies', this.copies)
    this.disk.sync()
  }
}

function newerOf(a: Copy | null, b: Copy | null): Copy | null {
  if (a === null || b === null) return a ?? b
  return isNewer(b.version, a.version) ? b : a
}

function isNewer(a: Version, b: Version): boolean {
  return a.time === b.time ? a.writer > b.writer : a.time > b.time
}
