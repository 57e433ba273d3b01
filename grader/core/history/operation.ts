/**
 * A history: what the clients of a system asked for, when, and what came back. Checkers
 * of consistency judge histories; they know neither traces nor the simulator.
 */
import type { EventId, Json, Micros } from '../trace/event.ts'

/** Who calls: a client, a thread, a session. It calls one operation at a time. */
export type ProcessId = string

/**
 * How an operation ended.
 *
 * - `ok`: it took effect once, between its call and its return, and `output` is known.
 * - `fail`: it did not happen and never will.
 * - `info`: nobody knows. It may take effect at any time after its call, or never. An
 *   operation that returned without saying what (a timeout, a crash) is of this kind.
 */
export type Outcome = 'ok' | 'fail' | 'info'

export interface Operation {
  /** Its place in `History.operations`, from 0. */
  readonly id: number
  readonly process: ProcessId
  /** What it does: `read`, `write`, `cas`, `append`, `txn`, … Each model names its own. */
  readonly f: string
  /** The object that it acts on; the empty string when there is but one. */
  readonly key: string
  /** What was asked: the value to write, or `[from, to]` for a compare-and-set. */
  readonly input: Json
  /** What came back; null unless `outcome` is `ok`. */
  readonly output: Json
  /**
   * Place in time, a whole number; only the order counts. Intervals are closed: when one
   * operation returns at the number at which another is called, the two overlap.
   */
  readonly call: number
  /** Null when it never returned or nobody knows with what: exactly when `outcome` is `info`. */
  readonly return: number | null
  readonly outcome: Outcome
  /** Simulated or wall-clock time of call and return, where it is known. */
  readonly callMicros?: Micros
  readonly returnMicros?: Micros
  /** The events of the trace that it was read from. */
  readonly events?: { readonly invoke: EventId; readonly complete: EventId | null }
}

/** Operations in order of their calls; each process calls one after the other. */
export interface History {
  readonly operations: readonly Operation[]
}
