/** What `import … from 'netsplit/crdt-anti-entropy'` gives to a learner. */
import type { NodeId } from '../../kit/node.ts'
import { Replica } from './replica.ts'
import type { Add } from './sets.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type { Read } from './replica.ts'
export type { Add } from './sets.ts'

/** How many posts of each replica are known, counted from its first one and without a gap. */
export type Summary = Readonly<Record<NodeId, number>>

/** Says what its sender has, so that its receiver can send what is missing. */
export interface Have {
  readonly type: 'Have'
  readonly summary: Summary
}

/** A part of a state, which is a state too: merging takes it in. */
export interface Delta<S> {
  readonly type: 'Delta'
  readonly delta: S
}

/** A replica of a feed: a set of posts that only grows. `S` is its state, which you choose. */
export abstract class Feed<S> extends Replica<S, Add, readonly string[], Have | Delta<S>> {
  /** A new state with one post more of this replica; `state` stays as it was. */
  abstract add(state: S, element: string): S

  /** What the state has of each replica, up to its first gap. */
  abstract summary(state: S): Summary

  /** A small part of the state with posts that a replica lacks which sent this summary. */
  abstract missing(state: S, summary: Summary): S
}
