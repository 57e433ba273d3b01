/**
 * Assertions for our own impossible states. A learner's mistake is never an
 * assertion: it is a value in the outcome of a run.
 */

/** Thrown when Netsplit itself is wrong; never caused by what a learner wrote. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError'
}

/** Fails at once when `condition` is false; `why` says why it must hold. */
export function assert(condition: boolean, why: string): asserts condition {
  if (!condition) throw new AssertionError(why)
}

/** Ends a `switch` over a union: the compiler proves that no kind was forgotten. */
export function assertNever(value: never): never {
  throw new AssertionError(`unhandled case: ${JSON.stringify(value)}`)
}

/** Returns `value`, which must be present; `why` says why it cannot be missing. */
export function present<T>(value: T | undefined | null, why: string): T {
  if (value === undefined || value === null) throw new AssertionError(why)
  return value
}
