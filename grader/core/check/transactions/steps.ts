/** Counts the steps of a search against its limits. */
import type { SearchLimits } from '../history-verdict.ts'

const STEPS_BETWEEN_REPORTS = 1 << 14

export class StepCounter {
  readonly #limits: SearchLimits
  #done = 0
  #reportAt = STEPS_BETWEEN_REPORTS
  #isStopped = false

  constructor(limits: SearchLimits) {
    this.#limits = limits
  }

  /** Spends `steps`; false when the search must end. */
  spend(steps: number): boolean {
    this.#done += steps
    if (this.#done >= this.#reportAt) {
      this.#reportAt = this.#done + STEPS_BETWEEN_REPORTS
      if (this.#limits.onProgress?.(this.#done) === 'stop') this.#isStopped = true
    }
    return this.mayGoOn
  }

  get mayGoOn(): boolean {
    return !this.#isStopped && this.#done <= this.#limits.stepsMax
  }

  /** What ended the search, and what would let it go on. */
  get why(): string {
    return this.#isStopped
      ? `The search was stopped after ${this.#done} steps: let it go on to learn more.`
      : `The search ended at its limit of ${this.#limits.stepsMax} steps: allow more of them, or ` +
          'judge a shorter history.'
  }
}
