/** Reading a log: what it says about the register. */
import type { Entry } from './messages.ts'

/** The term of the last entry, 0 for an empty log. */
export function lastTermOf(log: readonly Entry[]): number {
  return log.at(-1)?.term ?? 0
}

/** The register after the first `length` entries. */
export function valueAfter(log: readonly Entry[], length: number, initial: number): number {
  const written = log.slice(0, length).findLast(({ value }) => value !== null)
  return written?.value ?? initial
}
