/** What a reader left out on purpose, so that the page can say so. */

export interface Tally {
  /** Entries or lines that are not about a client: the nemesis, other loggers. */
  passedOver: number
}

const NANOS_PER_MICRO = 1_000

/** Jepsen's `:time` is in nanoseconds; undefined where there is none that can be used. */
export function microsOf(timeNanos: unknown): number | undefined {
  if (typeof timeNanos !== 'number' || !Number.isSafeInteger(timeNanos)) return undefined
  return Math.floor(timeNanos / NANOS_PER_MICRO)
}
