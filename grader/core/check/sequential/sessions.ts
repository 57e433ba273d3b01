/**
 * A history as sessions: what each process did, one operation after the other, whatever the
 * time. Made ready for the search: operations numbered, objects numbered, classes looked up.
 */

import { present } from '../../assert.ts'
import type { Operation } from '../../history/operation.ts'
import type { StateSpace } from '../linearizability/state-space.ts'
import type { Model } from '../models/model.ts'
import { numberOf } from '../name-numbers.ts'

export interface Sessions {
  /** All operations that may have taken effect, in order of their calls. */
  readonly operations: readonly Operation[]
  /** For each process, the numbers of the operations that answered, in its order. */
  readonly required: readonly Int32Array[]
  /** The operations of unknown outcome. */
  readonly optional: readonly OptionalOperation[]
  readonly classes: Int32Array
  /** 1 for those that preserve the state wherever they are legal. */
  readonly pure: Uint8Array
  /** The object that each operation acts on. */
  readonly objects: Int32Array
  readonly objectsCount: number
}

/**
 * An operation that nobody has heard of comes after what its process did before it. What the
 * process did afterwards does not wait for it: it may still be on its way.
 */
export interface OptionalOperation {
  readonly index: number
  readonly session: number
  /** How many required operations of the session come before it. */
  readonly after: number
}

/** @param operations of a whole history, in order of their calls */
export function sessionsOf(
  operations: readonly Operation[],
  model: Model,
  space: StateSpace,
): Sessions {
  const kept = operations.filter(
    (each) => each.outcome === 'ok' || (each.outcome === 'info' && !model.preserves(each)),
  )
  const objects = new Map<string, number>()
  const numbers = new Map<string, number>()
  const required: number[][] = []
  const optional: OptionalOperation[] = []
  const objectOf = new Int32Array(kept.length)
  for (const [index, { process, key, outcome }] of kept.entries()) {
    objectOf[index] = numberOf(model.keysIndependent ? key : '', objects)
    const session = numberOf(process, numbers)
    const mine = (required[session] ??= [])
    if (outcome === 'ok') mine.push(index)
    else optional.push({ index, session, after: mine.length })
  }
  return {
    operations: kept,
    required: required.map((each) => Int32Array.from(each)),
    optional,
    classes: Int32Array.from(kept, (each) => space.classOf(each)),
    pure: Uint8Array.from(kept, (each) => (model.preserves(each) ? 1 : 0)),
    objects: objectOf,
    objectsCount: Math.max(1, objects.size),
  }
}

/** The operation that a session would do next, or undefined when it is through. */
export function nextOf(
  { operations, required }: Sessions,
  session: number,
  done: number,
): Operation | undefined {
  const index = required[session]?.[done]
  return index === undefined ? undefined : present(operations[index], 'sessions hold numbers')
}
