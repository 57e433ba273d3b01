/** What `import … from 'netsplit/quorum-hints'` gives to a learner: a store that keeps hints. */
import type { NodeId } from '../../kit/node.ts'
import * as kit from './store.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type { Command, Copy, Fetch, Fetched, Result, Store, Stored, Version } from './store.ts'

/** What a replica has missed and is to be given when it is back. */
export interface Hint {
  /** The replica. */
  readonly for: NodeId
  readonly key: string
  readonly copy: kit.Copy
}

/** Gives a replica what it has missed. */
export interface Handoff {
  readonly type: 'Handoff'
  readonly key: string
  readonly copy: kit.Copy
}

/** The replica has this version or a newer one, and a crash will not take it away. */
export interface Accepted {
  readonly type: 'Accepted'
  readonly key: string
  readonly version: kit.Version
}

/** Asks a node that is no replica of the key to keep a hint. From the step “Sloppy quorums” on. */
export interface StoreFor {
  readonly type: 'StoreFor'
  readonly id: number
  readonly hint: Hint
}

/** Messages that will do. The checks do not read them: change them as you like. */
export type Message = kit.Message | Handoff | Accepted | StoreFor

/** A node of the store that keeps hints. The checks watch `copies` and `hints` after every handler. */
export abstract class QuorumNode<M = Message> extends kit.QuorumNode<M> {
  static override readonly watched: readonly string[] = [...kit.QuorumNode.watched, 'hints']

  /** What this node has to hand over. A new object has none: what the disk kept must be read again. */
  hints: readonly Hint[] = []
}
