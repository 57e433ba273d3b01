/** What `import … from 'netsplit/crdt-sets'` gives to a learner. */
import { Replica, type State } from './replica.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type { Read, State } from './replica.ts'

/** Puts an element into the set. Answered with null. */
export interface Add {
  readonly op: 'add'
  readonly element: string
}

/** Takes an element out, if the set of this replica has it. Answered with null. */
export interface Remove {
  readonly op: 'remove'
  readonly element: string
}

/** A replica of a set. `S` is its state, which you choose; messages are whole states unless you say otherwise; its value is the list of its elements. */
export abstract class ReplicatedSet<S, Message = State<S>> extends Replica<
  S,
  Add | Remove,
  readonly string[],
  Message
> {
  /** A new state in which this replica has added the element; `state` stays as it was. */
  abstract add(state: S, element: string): S

  /**
   * A new state in which this replica has removed the element, or the same one when it does not
   * have it; `state` stays as it was.
   */
  abstract remove(state: S, element: string): S
}
