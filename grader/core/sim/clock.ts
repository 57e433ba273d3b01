/**
 * A node's own clock: off from simulated time, and running fast or slow by so many parts
 * per million. Integer arithmetic: `elapsed * (10^6 + ppm)` stays below 2^53 for runs of
 * more than one simulated hour.
 */
import type { Micros } from '../trace/event.ts'

const MILLION = 1_000_000
/** A clock may run at half or double speed at most. */
const DRIFT_PPM_MAX = 1_000_000
const DRIFT_PPM_MIN = -500_000

export class Clock {
  /** Simulated time at which the clock was last set, and what it showed then. */
  #setAt: Micros = 0
  #showed: Micros = 0
  #driftPpm = 0

  /** What the clock gains, in microseconds a second; negative when it is slow. */
  get driftPpm(): number {
    return this.#driftPpm
  }

  /** Sets the clock to `offsetMicros` off simulated time, and how fast it runs from now on. */
  set(now: Micros, offsetMicros: Micros, driftPpm: number): void {
    this.#setAt = now
    this.#showed = now + offsetMicros
    this.#driftPpm = Math.min(DRIFT_PPM_MAX, Math.max(DRIFT_PPM_MIN, driftPpm))
  }

  /** How far the clock is off at simulated time `at`. */
  offset(at: Micros): Micros {
    return this.#unclamped(at) - at
  }

  /** What the clock shows at simulated time `at`; never less than 0. */
  read(at: Micros): Micros {
    return Math.max(0, this.#unclamped(at))
  }

  /** How much simulated time passes while the clock counts `delay` at its present speed. */
  realDelay(delay: Micros): Micros {
    return Math.ceil((delay * MILLION) / (MILLION + this.#driftPpm))
  }

  #unclamped(at: Micros): Micros {
    const elapsed = at - this.#setAt
    return this.#showed + Math.floor((elapsed * (MILLION + this.#driftPpm)) / MILLION)
  }
}
