/** What `import … from 'netsplit/crdt-registers'` gives to a learner. */
import { Replica, type State } from './replica.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'
export type { Read, State } from './replica.ts'

/** Writes a value, in place of what this replica shows. Answered with null. */
export interface Write {
  readonly op: 'write'
  readonly value: string
}

/** A replica of a register with one value, or null before the first write. */
export abstract class Register<S, Message = State<S>> extends Replica<
  S,
  Write,
  string | null,
  Message
> {
  /** A new state in which this replica has written `value`; `state` stays as it was. */
  abstract write(state: S, value: string): S
}

/** A replica of a register that may have several values at once: a list, empty at first. */
export abstract class MultiRegister<S, Message = State<S>> extends Replica<
  S,
  Write,
  readonly string[],
  Message
> {
  /** A new state in which this replica has written `value`; `state` stays as it was. */
  abstract write(state: S, value: string): S
}
