/** What all kits of replicated data types share: a replica with a state, and how it is asked. */
import { Node, type NodeId, type Request } from '../../kit/node.ts'
import { StatesSeen } from './tried-merges.ts'

/** Gossip: everything that its sender has. */
export interface State<S> {
  readonly type: 'State'
  readonly state: S
}

/** Asks for the value of the state: answered with `this.value(this.state)`. */
export interface Read {
  readonly op: 'read'
}

/** Asked by the checks; the kit answers. */
interface Laws {
  readonly op: 'laws'
}

/**
 * One replica of a data type. You write the type as functions that change nothing (`initial`,
 * `merge`, `value`, and one for each update), and how replicas serve clients and tell each
 * other (`onStart`, `onTimer`, `onCommand`, `onGossip`).
 *
 * A state is plain data: objects, lists, texts, numbers. It must not hold a Map or a Set, and
 * nothing that belongs to one replica only: merging gives the same on every replica.
 */
export abstract class Replica<S, Command, Value, Message = State<S>> extends Node<
  Message,
  Command | Read | Laws,
  Value | null
> {
  static override readonly watched: readonly string[] = ['shown', 'state']

  /** What this replica has. The checks and the diagram watch it, and the value of it. */
  state: S = this.initial()

  readonly #seen = new StatesSeen()

  /** The state of a new replica, before any update. */
  abstract initial(): S

  /**
   * A new state that holds all that `a` and `b` hold, and leaves both as they were. The order of
   * the two, merging again, and the order of several merges make no difference.
   */
  abstract merge(a: S, b: S): S

  /** What a reader sees of this state. */
  abstract value(state: S): Value

  /** Called for each request of a client. Answer each with `reply`, and at once. */
  abstract onCommand(request: Request<Command | Read>): void

  /** Called for each message of another replica. */
  onGossip(_from: NodeId, _message: Message): void {}

  /** What a reader would see now, as the checks see it. @internal */
  get shown(): unknown {
    const value = this.value(this.state)
    return Array.isArray(value) ? [...(value as readonly unknown[])].sort() : value
  }

  /** The kit's: it hands requests on to `onCommand`, and watches what they change. @internal */
  override onRequest(request: Request<Command | Read | Laws>): void {
    if (isLaws(request.command)) {
      return this.reply(request, this.#seen.tryMerges(this) as unknown as Value)
    }
    const before = JSON.stringify(this.state)
    this.onCommand(request as Request<Command | Read>)
    const after = JSON.stringify(this.state)
    this.#seen.state(before)
    this.#seen.update({ label: labelOf(request.command), before, after })
  }

  /** The kit's: it hands messages on to `onGossip`, and watches the states in them. @internal */
  override onMessage(from: NodeId, message: Message): void {
    const { state, delta } = (message ?? {}) as { readonly state?: S; readonly delta?: S }
    // A delta is a part of a state, which is a state too.
    for (const seen of [state, delta]) {
      if (seen !== undefined) this.#seen.state(JSON.stringify(seen))
    }
    this.#seen.state(JSON.stringify(this.state))
    this.onGossip(from, message)
  }
}

function isLaws(command: unknown): command is Laws {
  return (command as Partial<Laws> | null)?.op === 'laws'
}

/** `increment 2`: the fields of the command in a row. */
function labelOf(command: unknown): string {
  return Object.values(command as Readonly<Record<string, unknown>>).join(' ')
}
