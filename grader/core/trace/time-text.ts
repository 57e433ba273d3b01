/** Spans of simulated time as sentences say them. */
import type { Micros } from './event.ts'

/** Seconds to the millisecond: `1.25`. The unit is the sentence's. */
export function seconds(micros: Micros): string {
  return String(Math.round(micros / 1_000) / 1_000)
}

/** Milliseconds to a tenth, with the unit: `12.5 ms`. */
export function millis(micros: Micros): string {
  return `${Math.round(micros / 100) / 10} ms`
}
