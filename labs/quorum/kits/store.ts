/** What `import … from 'netsplit/quorum'` gives to a learner: a store of N, R and W. */
import { Node, type NodeId, type Request } from '../../kit/node.ts'
import { preferenceList } from '../placement.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/**
 * When and by whom a value was written. The greater time is newer; of two with the same time,
 * the one whose writer's name comes later.
 */
export interface Version {
  /** Whole milliseconds on the writer's clock. */
  readonly time: number
  /** The node that coordinated the write. */
  readonly writer: NodeId
}

/** What a replica keeps of one key. */
export interface Copy {
  readonly value: string
  readonly version: Version
}

/** Asks a replica to keep this copy, unless it has a newer one. */
export interface Store {
  readonly type: 'Store'
  /** Names the operation that asks; the answer carries it back. */
  readonly id: number
  readonly key: string
  readonly copy: Copy
}

/** The replica has this copy or a newer one, and a crash will not take it away. */
export interface Stored {
  readonly type: 'Stored'
  readonly id: number
}

/** Asks a replica for its copy. */
export interface Fetch {
  readonly type: 'Fetch'
  readonly id: number
  readonly key: string
}

/** The replica's copy; null when it has none. */
export interface Fetched {
  readonly type: 'Fetched'
  readonly id: number
  readonly copy: Copy | null
}

/** Messages that will do. The checks do not read them: change them as you like. */
export type Message = Store | Stored | Fetch | Fetched

/** What clients ask. */
export type Command =
  /** Answered with the value, or null when there is none. */
  | { readonly op: 'get'; readonly key: string }
  /** Answered with null. No two puts of a run have the same value. */
  | { readonly op: 'put'; readonly key: string; readonly value: string }

/** What clients are answered. */
export type Result = string | null

/** The scenario's numbers. */
interface Settings {
  readonly n: number
  readonly r: number
  readonly w: number
}

/**
 * A node of the store. Every node coordinates: a client may ask any of them. Of each key N nodes
 * keep a copy. The checks watch `copies` after every handler.
 */
export abstract class QuorumNode<M = Message> extends Node<M, Command, Result> {
  static override readonly watched: readonly string[] = ['copies', 'keeps']

  /** This node's copies, by key. A new object has none: what the disk kept must be read again. */
  copies: Record<string, Copy> = {}

  /** The same in short, for the diagram. */
  get keeps(): string {
    return Object.entries(this.copies)
      .map(([key, { value }]) => `${key}=${value}`)
      .sort()
      .join(' ')
  }

  #lastTime = 0

  /** N: how many nodes keep a copy of a key. */
  get n(): number {
    return this.#numbers.n
  }

  /** R: how many of these must answer a read. */
  get r(): number {
    return this.#numbers.r
  }

  /** W: how many of these must confirm a write. */
  get w(): number {
    return this.#numbers.w
  }

  /** The N nodes that keep a copy of this key; this node may be one of them, or not. */
  replicasOf(key: string): readonly NodeId[] {
    return this.preferenceList(key).slice(0, this.n)
  }

  /** All nodes, in the order in which they are preferred for this key: its replicas come first. */
  preferenceList(key: string): readonly NodeId[] {
    return preferenceList(key, this.nodes)
  }

  /** A version for a write that this node coordinates now: no two are the same. */
  newVersion(): Version {
    this.#lastTime = Math.max(Math.floor(this.now()), this.#lastTime + 1)
    return { time: this.#lastTime, writer: this.id }
  }

  /**
   * Tells the client of a put that nobody knows what will become of it: too few replicas have
   * confirmed. A refusal would say more, namely that the put has no effect and never will have.
   */
  giveUp(request: Request<Command>): void {
    this.reply(request, 'unknown')
  }

  get #numbers(): Settings {
    return this.settings as unknown as Settings
  }
}
