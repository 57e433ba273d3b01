/** Spans of virtual time, which is counted in microseconds. */

/** A millisecond. */
export const MS = 1_000
/** A second. */
export const SECOND = 1_000_000
