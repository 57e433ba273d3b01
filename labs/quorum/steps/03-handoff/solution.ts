import {
  type Command,
  type Copy,
  type Hint,
  type Message,
  type NodeId,
  QuorumNode,
  type Request,
  type Version,
} from 'netsplit/quorum-hints'

const PATIENCE_MS = 300
const HANDOFF_MS = 200

interface Waiting {
  readonly request: Request<Command>
  /** What each replica that has answered has; null for nothing, or for a put that it confirmed. */
  readonly heard: Map<NodeId, Copy | null>
  /** The newest copy heard of; that of the put itself. */
  newest: Copy | null
  isAnswered: boolean
}

export class QuorumStore extends QuorumNode {
  private waiting = new Map<number, Waiting>()

  onStart() {
    this.copies = (this.disk.read('copies') as Record<string, Copy> | undefined) ?? {}
    this.hints = (this.disk.read('hints') as readonly Hint[] | undefined) ?? []
    if (this.hints.length > 0) this.setTimer('handoff', HANDOFF_MS)
  }

  onRequest(request: Request<Command>) {
    const { id, command } = request
    const isPut = command.op === 'put'
    const copy = isPut ? { value: command.value, version: this.newVersion() } : null
    this.waiting.set(id, { request, heard: new Map(), newest: copy, isAnswered: false })
    this.setTimer(String(id), PATIENCE_MS)
    for (const replica of this.replicasOf(command.key)) {
      if (copy === null) this.send(replica, { type: 'Fetch', id, key: command.key })
      else this.send(replica, { type: 'Store', id, key: command.key, copy })
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
      case 'Handoff':
        this.keep(message.key, message.copy)
        return this.send(from, {
          type: 'Accepted',
          key: message.key,
          version: message.copy.version,
        })
      case 'Accepted':
        return this.forget(from, message.key, message.version)
    }
  }

  onTimer(name: string) {
    if (name === 'handoff') return this.handOver()
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
    // A confirmation that comes after the client’s answer: this replica needs no hint any more.
    if (command.op === 'put' && waiting.isAnswered)
      this.forget(from, command.key, waiting.newest?.version)
    const needed = command.op === 'get' ? this.r : this.w
    if (heard.size < needed) return
    if (!waiting.isAnswered) {
      waiting.isAnswered = true
      if (command.op === 'put') this.hintAt(command.key, waiting)
      this.reply(request, command.op === 'get' ? (waiting.newest?.value ?? null) : null)
    }
    if (command.op === 'get') this.repair(command.key, waiting)
    // Whoever has not answered yet may be behind as well: the record stays until the timer.
    if (heard.size < this.n) return
    this.waiting.delete(id)
    this.cancelTimer(String(id))
  }

  /** The client is told only when each replica has the write, or a hint for it is on disk. */
  private hintAt(key: string, { heard, newest }: Waiting) {
    if (newest === null) return
    const missing = this.replicasOf(key).filter((replica) => !heard.has(replica))
    this.addHints(missing.map((replica) => ({ for: replica, key, copy: newest })))
  }

  /** Of two hints for the same replica and key the newer one is enough. */
  private addHints(hints: readonly Hint[]) {
    if (hints.length === 0) return
    if (this.hints.length === 0) this.setTimer('handoff', HANDOFF_MS)
    for (const hint of hints) {
      const known = this.hints.find((one) => one.for === hint.for && one.key === hint.key)
      if (known !== undefined && !isNewer(hint.copy.version, known.copy.version)) continue
      this.hints = [...this.hints.filter((one) => one !== known), hint]
    }
    this.saveHints()
  }

  private handOver() {
    for (const { for: replica, key, copy } of this.hints) {
      this.send(replica, { type: 'Handoff', key, copy })
    }
    if (this.hints.length > 0) this.setTimer('handoff', HANDOFF_MS)
  }

  /** The replica has this version: hints for it that are not newer have done their work. */
  private forget(replica: NodeId, key: string, version: Version | undefined) {
    if (version === undefined) return
    const isDone = (hint: Hint) =>
      hint.for === replica && hint.key === key && !isNewer(hint.copy.version, version)
    if (!this.hints.some(isDone)) return
    this.hints = this.hints.filter((hint) => !isDone(hint))
    if (this.hints.length === 0) this.cancelTimer('handoff')
    this.saveHints()
  }

  private saveHints() {
    this.disk.write('hints', this.hints)
    this.disk.sync()
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
