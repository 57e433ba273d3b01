/** What `import … from 'netsplit/quorum-network'` gives to a learner, who plays the network. */
import { KitError } from '../../kit/effect-log.ts'
import { Node, type NodeId, type Request } from '../../kit/node.ts'
import { currentRuntime, type NodeRuntime } from '../../kit/runtime.ts'
import { preferenceList } from '../placement.ts'

export type { NodeId } from '../../kit/node.ts'

/** When and by whom a value was written, by the writer’s own clock. */
export interface Version {
  readonly time: number
  readonly writer: NodeId
}

/** What a replica keeps of the key. */
export interface Copy {
  readonly value: string
  readonly version: Version
}

/** A message of the store, before it leaves. */
export interface Letter {
  /**
   * `Store` asks a replica to keep a copy, and `Stored` confirms it; `Fetch` asks a replica for
   * its copy, and `Fetched` brings it.
   */
  readonly type: 'Store' | 'Stored' | 'Fetch' | 'Fetched'
  readonly from: NodeId
  readonly to: NodeId
  /** The number of the operation that it belongs to: 1 for the first of `plan`. */
  readonly operation: number
}

/** What a client will ask. */
export interface Planned {
  /** 1 for the first. */
  readonly number: number
  readonly op: 'get' | 'put'
  /** Of a put. */
  readonly value?: string
  /** The node that coordinates it. */
  readonly coordinator: NodeId
  /** When it is asked, in milliseconds of the run. */
  readonly atMs: number
}

type Message =
  | { readonly type: 'Store'; readonly id: number; readonly key: string; readonly copy: Copy }
  | { readonly type: 'Stored'; readonly id: number }
  | { readonly type: 'Fetch'; readonly id: number; readonly key: string }
  | { readonly type: 'Fetched'; readonly id: number; readonly copy: Copy | null }

type Command =
  | { readonly op: 'get'; readonly key: string }
  | { readonly op: 'put'; readonly key: string; readonly value: string }

interface Settings {
  readonly n: number
  readonly r: number
  readonly w: number
  readonly key: string
  readonly plan: readonly Planned[]
  readonly patienceMs: number
  readonly mayLose: boolean
  readonly mayChoose: boolean
  readonly clocksMs?: Readonly<Record<NodeId, number>>
}

interface Waiting {
  readonly request: Request<Command>
  readonly heard: Set<NodeId>
  newest: Copy | null
}

/** How long a letter may be under way at most. */
const DELAY_MS_MAX = 1_000

/**
 * A store of N, R and W that is finished: versions by the clock, quorums of different replicas,
 * no read repair. Its code is closed. Yours is the network between its nodes.
 */
export abstract class QuorumPlayer extends Node<Message, Command, string | null> {
  static override readonly watched: readonly string[] = ['copies', 'keeps']

  /** This node’s copy, under its key. The store sets it; you only look. */
  copies: Record<string, Copy> = {}

  readonly #runtime: NodeRuntime = currentRuntime()
  readonly #waiting = new Map<number, Waiting>()
  #lastTime = 0

  /** What this node has, in short, for the diagram. */
  get keeps(): string {
    return Object.values(this.copies)
      .map(({ value }) => value)
      .join(' ')
  }

  /** N: how many nodes keep a copy. */
  get n(): number {
    return this.#scene.n
  }

  /** R: how many of these must answer a read. */
  get r(): number {
    return this.#scene.r
  }

  /** W: how many of these must confirm a write. R + W > N. */
  get w(): number {
    return this.#scene.w
  }

  /** The N nodes that keep a copy. */
  get replicas(): readonly NodeId[] {
    return preferenceList(this.#scene.key, this.nodes).slice(0, this.n)
  }

  /** What the clients will ask, in this order. Who coordinates what differs from run to run. */
  get plan(): readonly Planned[] {
    return this.#scene.plan
  }

  /** How far each node’s clock is ahead, in milliseconds; 0 where nothing is said. */
  clockAheadMs(node: NodeId): number {
    return this.#scene.clocksMs?.[node] ?? 0
  }

  /**
   * How long this letter is under way, in milliseconds from 1 to 1000; or `'lost'`, where the step
   * allows it. Asked on the node that sends it, once for each letter; a node may write to itself.
   */
  delayMs(_letter: Letter): number | 'lost' {
    return 1
  }

  /** Which node coordinates this operation, in the step in which you choose. */
  coordinatorOf(operation: Planned): NodeId {
    return operation.coordinator
  }

  override onRequest(request: Request<Command>): void {
    const { id, command } = request
    const planned = this.plan[id - 1]
    const isChosen = planned !== undefined && this.#scene.mayChoose
    const coordinator = isChosen ? this.coordinatorOf(planned) : this.id
    if (!this.nodes.includes(coordinator)) {
      throw new KitError(`coordinatorOf: there is no node ${JSON.stringify(coordinator)}`)
    }
    // A client goes on to the node that a refusal names.
    if (coordinator !== this.id) return this.refuse(request, coordinator)
    this.#waiting.set(id, { request, heard: new Set(), newest: null })
    this.setTimer(String(id), this.#scene.patienceMs)
    const version = this.#newVersion()
    for (const replica of this.replicas) {
      if (command.op === 'get') this.#post(replica, { type: 'Fetch', id, key: command.key })
      else {
        const copy = { value: command.value, version }
        this.#post(replica, { type: 'Store', id, key: command.key, copy })
      }
    }
  }

  override onMessage(from: NodeId, message: Message): void {
    const { id } = message
    switch (message.type) {
      case 'Store': {
        const newest = newerOf(this.copies[message.key] ?? null, message.copy)
        if (newest !== null) this.copies = { ...this.copies, [message.key]: newest }
        return this.#post(from, { type: 'Stored', id })
      }
      case 'Fetch':
        return this.#post(from, { type: 'Fetched', id, copy: this.copies[message.key] ?? null })
      case 'Stored':
        return this.#count(from, id, null)
      case 'Fetched':
        return this.#count(from, id, message.copy)
    }
  }

  override onTimer(name: string): void {
    const waiting = this.#waiting.get(Number(name))
    if (waiting === undefined) return
    const { request } = waiting
    this.#waiting.delete(request.id)
    if (request.command.op === 'put') this.reply(request, 'unknown')
    else this.refuse(request, 'too few replicas answered in time')
  }

  #count(from: NodeId, id: number, copy: Copy | null): void {
    const waiting = this.#waiting.get(id)
    if (waiting === undefined) return
    waiting.heard.add(from)
    waiting.newest = newerOf(waiting.newest, copy)
    const { request, heard, newest } = waiting
    const isGet = request.command.op === 'get'
    if (heard.size < (isGet ? this.r : this.w)) return
    this.#waiting.delete(id)
    this.cancelTimer(String(id))
    this.reply(request, isGet ? (newest?.value ?? null) : null)
  }

  #post(to: NodeId, message: Message): void {
    const { type, id: operation } = message
    const letter = { type, from: this.id, to, operation }
    const delay: unknown = this.#scene.mayChoose ? 1 : this.delayMs(letter)
    const fate = delay === 'lost' ? delay : { delayMicros: delayMicrosOf(delay) }
    if (fate === 'lost' && !this.#scene.mayLose) {
      throw new KitError("delayMs: in this step no letter may be lost; return a number, not 'lost'")
    }
    this.#runtime.send(to, message, fate)
  }

  #newVersion(): Version {
    this.#lastTime = Math.max(Math.floor(this.now()), this.#lastTime + 1)
    return { time: this.#lastTime, writer: this.id }
  }

  get #scene(): Settings {
    return this.settings as unknown as Settings
  }
}

const MICROS_PER_MS = 1_000

function delayMicrosOf(delay: unknown): number {
  if (typeof delay === 'number' && delay >= 1 && delay <= DELAY_MS_MAX) {
    return Math.round(delay * MICROS_PER_MS)
  }
  throw new KitError(
    `delayMs must return milliseconds from 1 to ${DELAY_MS_MAX}, or 'lost' where that is allowed, not ${String(delay)}`,
  )
}

function newerOf(a: Copy | null, b: Copy | null): Copy | null {
  if (a === null || b === null) return a ?? b
  const [left, right] = [a.version, b.version]
  const isNewer = left.time === right.time ? right.writer > left.writer : right.time > left.time
  return isNewer ? b : a
}
