/**
 * A part of a history that is judged on its own (one object, as a rule), made ready for
 * the search: operations numbered, times turned into ranks, calls and returns in a list.
 */
import { assert, present } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import type { Model } from '../models/model.ts'
import type { StateSpace } from './state-space.ts'

export interface Partition {
  /**
   * First the required operations, then the optional ones (those without a return), each
   * in order of their calls. The place in this list is the number of an operation below.
   */
  readonly operations: readonly Operation[]
  /** How many operations are required: they answered, so they took effect. */
  readonly required: number
  readonly classes: Int32Array
  /** 1 for required operations that preserve the state wherever they are legal. */
  readonly pure: Uint8Array
  /** For an optional operation, the last one of its class that was called before it, or -1. */
  readonly twin: Int32Array
  /** Ranks in time over calls and returns together; a call comes first among equals. */
  readonly callRank: Int32Array
  readonly returnRank: Int32Array
  /**
   * Calls (`i`) and returns (`required + i`) of the required operations in order of time:
   * the entry that follows each. The last entry stands for both ends.
   */
  readonly following: Int32Array
  /** The pure operations in order of their returns. */
  readonly observers: Int32Array
  readonly space: StateSpace
}

/**
 * @param operations of one part, in order of their calls, none of them failed; required are
 *   those that have a return
 * @param space may be shared by all parts
 */
export function partitionOf(
  operations: readonly Operation[],
  model: Model,
  space: StateSpace,
): Partition {
  const done = operations.filter((each) => each.return !== null)
  // What need not have happened and changes nothing constrains nothing.
  const open = operations.filter((each) => each.return === null && !model.preserves(each))
  const all = [...done, ...open]
  const classes = Int32Array.from(all, (each) => space.classOf(each))
  const pure = Uint8Array.from(done, (each) => (model.preserves(each) ? 1 : 0))
  const returnOrder = orderOfReturns(done)
  return {
    operations: all,
    required: done.length,
    classes,
    pure,
    twin: twinsOf(classes, done.length),
    ...rank(done, open, returnOrder),
    observers: returnOrder.filter((each) => pure[each] === 1),
    space,
  }
}

/** The operations of each key, in order of the first calls; all in one when keys hang together. */
export function splitByKey(
  operations: readonly Operation[],
  model: Model,
): ReadonlyMap<string, readonly Operation[]> {
  const parts = new Map<string, Operation[]>()
  for (const operation of operations) {
    if (operation.outcome === 'fail') continue
    const key = model.keysIndependent ? operation.key : ''
    const part = parts.get(key)
    if (part === undefined) parts.set(key, [operation])
    else part.push(operation)
  }
  return parts
}

/** When a completed operation returned. */
export function returnOf(operation: Operation): number {
  return present(operation.return, 'what answered has returned')
}

function orderOfReturns(done: readonly Operation[]): Int32Array {
  const returns = Float64Array.from(done, returnOf)
  return Int32Array.from(done.keys()).sort(
    (a, b) => (returns[a] as number) - (returns[b] as number) || a - b,
  )
}

function twinsOf(classes: Int32Array, required: number): Int32Array {
  const twin = new Int32Array(classes.length).fill(-1)
  const last = new Map<number, number>()
  for (let index = required; index < classes.length; index++) {
    const operationClass = classes[index] as number
    twin[index] = last.get(operationClass) ?? -1
    last.set(operationClass, index)
  }
  return twin
}

/** Merges calls and returns, which are each in order, into one order. */
function rank(
  done: readonly Operation[],
  open: readonly Operation[],
  returnOrder: Int32Array,
): Pick<Partition, 'callRank' | 'returnRank' | 'following'> {
  const required = done.length
  const callRank = new Int32Array(required + open.length)
  const returnRank = new Int32Array(required)
  const following = new Int32Array(2 * required + 1)
  let [nextDone, nextOpen, nextReturn, next] = [0, 0, 0, 0]
  let entry = 2 * required
  while (nextReturn < required || nextOpen < open.length) {
    const called = done[nextDone]?.call ?? Infinity
    const opened = open[nextOpen]?.call ?? Infinity
    const returning = returnOrder[nextReturn]
    const returned =
      returning === undefined ? Infinity : returnOf(present(done[returning], 'known'))
    if (opened <= called && opened <= returned) {
      callRank[required + nextOpen++] = next++
      continue
    }
    const isCall = called <= returned
    assert(isCall || returning !== undefined, 'what is left has a time')
    if (isCall) callRank[nextDone] = next++
    else returnRank[returning as number] = next++
    const following_ = isCall ? nextDone++ : required + (returning as number)
    if (!isCall) nextReturn++
    following[entry] = following_
    entry = following_
  }
  following[entry] = 2 * required
  return { callRank, returnRank, following }
}
