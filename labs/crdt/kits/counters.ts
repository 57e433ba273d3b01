/** What `import … from 'netsplit/crdt-counters'` gives to a learner. */
import { Replica, type State } from './replica.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type { Read, State } from './replica.ts'

/** Adds `by`, a whole number above 0. Answered with null. */
export interface Increment {
  readonly op: 'increment'
  readonly by: number
}

/** Takes `by` away, a whole number above 0. Answered with null. */
export interface Decrement {
  readonly op: 'decrement'
  readonly by: number
}

/** A replica of a counter that only grows. `S` is its state, which you choose; messages are whole states unless you say otherwise. */
export abstract class GrowingCounter<S, Message = State<S>> extends Replica<
  S,
  Increment,
  number,
  Message
> {
  /** A new state in which this replica has added `by`; `state` stays as it was. */
  abstract increment(state: S, by: number): S
}

/** A replica of a counter that grows and shrinks. `S` is its state, which you choose; messages are whole states unless you say otherwise. */
export abstract class Counter<S, Message = State<S>> extends Replica<
  S,
  Increment | Decrement,
  number,
  Message
> {
  /** A new state in which this replica has added `by`; `state` stays as it was. */
  abstract increment(state: S, by: number): S

  /** A new state in which this replica has taken `by` away; `state` stays as it was. */
  abstract decrement(state: S, by: number): S
}
