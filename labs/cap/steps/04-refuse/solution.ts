import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

/** The later of two versions has the higher count; equal counts are told apart by the request. */
interface Version {
  readonly count: number
  readonly request: number
}

type Message =
  | { readonly type: 'Ask'; readonly id: number }
  | {
      readonly type: 'Tell'
      readonly id: number
      readonly version: Version
      readonly value: string | null
    }
  | {
      readonly type: 'Store'
      readonly id: number
      readonly version: Version
      readonly value: string | null
    }
  | { readonly type: 'Stored'; readonly id: number }

/** A request under way: first a majority is asked, then a majority stores. */
interface Task {
  readonly request: Request<Command>
  phase: 'ask' | 'store'
  /** Who has answered in this phase. */
  answers: Set<NodeId>
  /** The newest that was told, then what is being stored. */
  version: Version
  value: string | null
}

const AGAIN_MS = 40
const GIVE_UP_MS = 500

export class Register extends RegisterNode<Message> {
  private version: Version = { count: 0, request: 0 }
  private tasks = new Map<number, Task>()

  onStart() {
    const kept = this.disk.read('copy') as { version: Version; value: string | null } | undefined
    if (kept === undefined) return
    this.version = kept.version
    this.value = kept.value
  }

  onRequest(request: Request<Command>) {
    const { id } = request
    const answers = new Set([this.id])
    const { version, value } = this
    this.tasks.set(id, { request, phase: 'ask', answers, version, value })
    this.broadcast({ type: 'Ask', id })
    this.setTimer(`again ${id}`, AGAIN_MS)
    this.setTimer(`give up ${id}`, GIVE_UP_MS)
  }

  onMessage(from: NodeId, message: Message) {
    const { id } = message
    switch (message.type) {
      case 'Ask':
        return this.send(from, { type: 'Tell', id, version: this.version, value: this.value })
      case 'Store':
        this.keep(message.version, message.value)
        return this.send(from, { type: 'Stored', id })
      case 'Tell':
        return this.told(from, message.id, message.version, message.value)
      case 'Stored':
        return this.stored(from, id)
    }
  }

  onTimer(name: string) {
    const [kind, id] = [name.slice(0, name.lastIndexOf(' ')), Number(name.split(' ').at(-1))]
    const task = this.tasks.get(id)
    if (task === undefined) return
    if (kind === 'give up') return this.giveUp(id, task)
    this.setTimer(`again ${id}`, AGAIN_MS)
    for (const peer of this.peers) {
      if (!task.answers.has(peer)) this.send(peer, this.questionOf(id, task))
    }
  }

  private questionOf(id: number, { phase, version, value }: Task): Message {
    return phase === 'ask' ? { type: 'Ask', id } : { type: 'Store', id, version, value }
  }

  private told(from: NodeId, id: number, version: Version, value: string | null) {
    const task = this.tasks.get(id)
    if (task?.phase !== 'ask') return
    task.answers.add(from)
    if (isNewer(version, task.version)) Object.assign(task, { version, value })
    if (!this.isMajority(task.answers)) return
    const { command } = task.request
    if (command.op === 'write') {
      task.version = { count: task.version.count + 1, request: id }
      task.value = command.value
    }
    task.phase = 'store'
    this.keep(task.version, task.value)
    task.answers = new Set([this.id])
    this.broadcast(this.questionOf(id, task))
  }

  private stored(from: NodeId, id: number) {
    const task = this.tasks.get(id)
    if (task?.phase !== 'store') return
    task.answers.add(from)
    if (!this.isMajority(task.answers)) return
    this.reply(task.request, task.request.command.op === 'read' ? task.value : null)
    this.end(id)
  }

  /** A write that was sent to be stored may take effect: of that, nobody can say that it failed. */
  private giveUp(id: number, task: Task) {
    if (task.phase === 'store' && task.request.command.op === 'write') return
    this.refuse(task.request, 'no majority')
    this.end(id)
  }

  private end(id: number) {
    this.tasks.delete(id)
    this.cancelTimer(`again ${id}`)
    this.cancelTimer(`give up ${id}`)
  }

  private keep(version: Version, value: string | null) {
    if (!isNewer(version, this.version)) return
    this.version = version
    this.value = value
    this.disk.write('copy', { version, value })
    this.disk.sync()
  }

  private isMajority(nodes: ReadonlySet<NodeId>): boolean {
    return nodes.size > this.nodes.length / 2
  }
}

function isNewer(a: Version, b: Version): boolean {
  return a.count === b.count ? a.request > b.request : a.count > b.count
}
