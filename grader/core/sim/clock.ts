/**
 * A node's own clock: offset from simulated time, and running fast or slow by so
 * many parts per million. Integer arithmetic: `at * (10^6 + ppm)` stays below 2^53
 * for runs of more than two simulated hours.
 */
import type { Micros } from '../trace/event.ts'

const MILLION = 1_000_000
/** A clock may run at half or double speed at most. */
const DRIFT_PPM_MAX = 1_000_000
const DRIFT_PPM_MIN = -500_000

export class Clock {
  #offsetMicros = 0
  #driftPpm = 0

  /** Sets how far the clock is off at time 0 and how much it gains per second. */
  skew(offsetMicros: Micros, driftPpm: number): void {
    this.#offsetMicros = offsetMicros
    this.#driftPpm = Math.min(DRIFT_PPM_MAX, Math.max(DRIFT_PPM_MIN, driftPpm))
  }

  /** What the clock shows at simulated time `at`; never less than 0. */
  read(at: Micros): Micros {
    const elapsed = Math.floor((at * (MILLION + this.#driftPpm)) / MILLION)
    return Math.max(0, elapsed + this.#offsetMicros)
  }

  /** How much simulated time passes while the clock counts `delay`. */
  realDelay(delay: Micros): Micros {
    return Math.ceil((delay * MILLION) / (MILLION + this.#driftPpm))
  }
}
