/** Counts the steps of a search against what it was allowed. */
import type { SearchLimits } from '../history-verdict.ts'

/** How many steps a search goes between two looks at the limits. */
const SLICE_STEPS = 4096

export class Budget {
  readonly #limits: SearchLimits
  /** Steps done so far. */
  steps = 0
  /** Why the search must stop, once it must. */
  why: string | undefined

  constructor(limits: SearchLimits) {
    this.#limits = limits
  }

  /** How many steps may be done before the next `spend`. */
  slice(): number {
    return Math.min(SLICE_STEPS, Math.max(0, this.#limits.stepsMax - this.steps))
  }

  /** Notes that `steps` were done; afterwards `why` says whether the search must stop. */
  spend(steps: number): void {
    this.steps += steps
    if (this.why !== undefined) return
    if (this.#limits.onProgress?.(this.steps) === 'stop') {
      this.why = `The search was stopped after ${this.steps} steps, before it was done.`
    } else if (this.steps >= this.#limits.stepsMax) {
      this.why = `The search is not done after the ${this.#limits.stepsMax} steps that it was allowed: allow more of them or judge a shorter history.`
    }
  }
}
