/** Units that all scenarios of this lab are told in. */

/** Simulated milliseconds and seconds as the microseconds of core. */
export const MS = 1_000
export const SECOND = 1_000_000
