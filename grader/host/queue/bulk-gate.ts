/**
 * Keeps the bulk lane out of the learners' way. While a grader works on a learner's
 * submission it takes no bulk job, and the bulk job that it has begun is stopped at once
 * and given back: it is a matter of milliseconds, and only the bulk job loses anything.
 */
export class BulkGate {
  #learnersCount = 0
  readonly #bulk = new Set<AbortController>()

  /** True while learners' submissions are graded here. */
  get isShut(): boolean {
    return this.#learnersCount > 0
  }

  /** A learner's submission comes; returns what to call when it goes. */
  enter(): () => void {
    this.#learnersCount++
    for (const begun of this.#bulk) begun.abort()
    let isGone = false
    return () => {
      if (!isGone) this.#learnersCount--
      isGone = true
    }
  }

  /** Runs a bulk job, whose signal says when to make way. */
  async pass<T>(job: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const begun = new AbortController()
    if (this.isShut) begun.abort()
    this.#bulk.add(begun)
    try {
      return await job(begun.signal)
    } finally {
      this.#bulk.delete(begun)
    }
  }
}
