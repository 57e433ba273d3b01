/**
 * A sequential model: what one object answers when its operations happen one at a time.
 * Checkers ask whether a concurrent history could have come from such an object.
 *
 * All models are deterministic: state and input settle the answer and the next state.
 */
import type { Operation } from '../../history/operation.ts'
import type { Json } from '../../trace/event.ts'

/** Stands for a state in a `Map`: equal states have keys that are the same value. */
export type StateKey = string | number | boolean | null | object

/** Sees early that a search cannot succeed. Both answers must be certain when they are false. */
export interface LookAhead<State = unknown> {
  /**
   * Whether `next`, which only observes and must be placed, may become legal after `state`
   * and any operations that do not start anew. Undefined when no such operation is left.
   */
  reaches(state: State, next: Operation | undefined): boolean
  /** Whether the state after `operation` owes nothing to the one before, and may lead to `next`. */
  startsAnew(operation: Operation, next: Operation): boolean
}

/** Methods, not properties, so that a model of one kind of state is a model of any. */
export interface Model<State = unknown> {
  readonly id: string
  /** The value with which it begins, as a person gave it. */
  readonly initial: Json
  /**
   * True when each key names an object of its own: then every key may be judged alone
   * (linearizability is local: Herlihy and Wing 1990, section 3.3). False when the state
   * is that of all keys together.
   */
  readonly keysIndependent: boolean
  /** True when it matters who calls, as with the owner of a lock. */
  readonly processMatters: boolean
  /** What is wrong with an operation, in one sentence for people, or undefined. */
  problemWith(operation: Operation): string | undefined
  /** The state before any operation; of one key, or of all. */
  init(): State
  /**
   * The state after `operation`, or undefined when it could not have answered as it did.
   * The answer of an `info` operation is unknown: any is legal.
   */
  step(state: State, operation: Operation): State | undefined
  key(state: State): StateKey
  /**
   * True when the operation leaves the state as it is in *every* state in which it is
   * legal, as a read does. "As it happens to be here" is not enough: a search that placed
   * such operations at once would miss legal orders.
   */
  preserves(operation: Operation): boolean
  /** In the past tense: `c1 wrote x = 3`. */
  describeOperation(operation: Operation): string
  describeState(state: State): string
  /** Prepares to look ahead in the history of one object, where that can be done. */
  lookAhead(operations: readonly Operation[]): LookAhead<State> | undefined
}

/** A kind of model, with what a person chooses from. */
export interface ModelFamily {
  readonly id: string
  readonly title: string
  /** What the object does, in one sentence. */
  readonly sentence: string
  /** The names of its operations. */
  readonly operations: readonly string[]
  /** The state in which it begins when nobody says otherwise. */
  readonly initDefault: Json
  /** What is wrong with an initial value, in one sentence, or undefined. */
  problemWithInit(init: Json): string | undefined
  /** @param init a value in which `problemWithInit` finds no fault */
  make(init: Json): Model
}
