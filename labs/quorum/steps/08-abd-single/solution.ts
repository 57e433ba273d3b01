import {
  type Command,
  type Copy,
  type Message,
  type NodeId,
  RegisterNode,
  type Request,
} from 'netsplit/quorum-abd'

const PATIENCE_MS = 400

interface Operation {
  readonly request: Request<Command>
  readonly phase: 'query' | 'update'
  /** The nodes that have answered in this phase. */
  readonly heard: Set<NodeId>
  /** The newest copy heard of; in the second phase, the one to store. */
  newest: Copy | null
}

export class Register extends RegisterNode {
  private operations = new Map<number, Operation>()

  onStart() {
    this.copies = (this.disk.read('copies') as Record<string, Copy> | undefined) ?? {}
  }

  onRequest(request: Request<Command>) {
    const { id, command } = request
    this.setTimer(String(id), PATIENCE_MS)
    if (command.op === 'get') return this.query(request)
    if (this.id !== this.writer) return this.refuse(request, `only ${this.writer} writes`)
    const number = (this.copies[command.key]?.version.number ?? 0) + 1
    this.update(request, { value: command.value, version: { number, writer: this.id } })
  }

  onMessage(from: NodeId, message: Message) {
    const { id } = message
    switch (message.type) {
      case 'Query':
        return this.send(from, { type: 'Answer', id, copy: this.copies[message.key] ?? null })
      case 'Answer':
        return this.hear(from, id, 'query', message.copy)
      case 'Update':
        this.keep(message.key, message.copy)
        return this.send(from, { type: 'Updated', id })
      case 'Updated':
        return this.hear(from, id, 'update', null)
    }
  }

  onTimer(name: string) {
    const operation = this.operations.get(Number(name))
    if (operation === undefined) return
    const { request } = operation
    this.operations.delete(request.id)
    if (request.command.op === 'put') this.giveUp(request)
    else this.refuse(request, 'no majority answered')
  }

  private query(request: Request<Command>) {
    const { id, command } = request
    this.operations.set(id, { request, phase: 'query', heard: new Set(), newest: null })
    for (const node of this.nodes) this.send(node, { type: 'Query', id, key: command.key })
  }

  private update(request: Request<Command>, copy: Copy) {
    const { id, command } = request
    const { key } = command
    this.operations.set(id, { request, phase: 'update', heard: new Set(), newest: copy })
    // The writer counts on from its own copy, so that it has to have it at once.
    this.keep(key, copy)
    for (const node of this.nodes) this.send(node, { type: 'Update', id, key, copy })
  }

  private hear(from: NodeId, id: number, phase: Operation['phase'], copy: Copy | null) {
    const operation = this.operations.get(id)
    if (operation === undefined || operation.phase !== phase) return
    operation.heard.add(from)
    operation.newest = newerOf(operation.newest, copy)
    if (2 * operation.heard.size <= this.nodes.length) return
    const { request, newest } = operation
    // Nobody has anything: then there is nothing to write back either.
    if (phase === 'query' && newest !== null) return this.update(request, newest)
    this.operations.delete(id)
    this.cancelTimer(String(id))
    this.reply(request, request.command.op === 'get' ? (newest?.value ?? null) : null)
  }

  /** What a node confirms it keeps, so it is on disk before anybody hears of it. */
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
  const [left, right] = [a.version, b.version]
  const isNewer =
    left.number === right.number ? right.writer > left.writer : right.number > left.number
  return isNewer ? b : a
}
