/** What the grader asks of a sandbox worker, and in which order the worker runs it. */
import { type Check, type CheckResult, CheckTally, type EventId, type SeedResult } from '#core'

/** One check and the seeds to try, in order. */
export interface CheckJob {
  readonly checkId: string
  readonly seeds: readonly number[]
}

/** Everything a worker is told: it knows no submission, no learner and no secret. */
export interface SandboxJob {
  readonly labId: string
  readonly stepId: string
  /** The learner's module as CommonJS text. */
  readonly code: string
  readonly checks: readonly CheckJob[]
  /**
   * When replies are written. `exact`: each at once, so that the tape of a worker that had
   * to be killed ends at the very call that did not return. `batched`: many together, which
   * takes a third less time.
   */
  readonly tape: 'batched' | 'exact'
}

/**
 * The runs of one check: the first seed twice, because equal runs must have equal traces,
 * then the others until one does not pass.
 *
 * The worker and the grader each walk this plan, the one with the learner's code, the
 * other with the tape; since both see the same results, both walk the same way, and
 * nothing needs to be said about where to stop.
 */
export class CheckRuns {
  readonly #seeds: readonly number[]
  readonly #tally: CheckTally
  #position = 0
  #first: SeedResult | undefined
  #failure: SeedResult | undefined

  constructor(check: Pick<Check, 'id'>, seeds: readonly number[]) {
    this.#seeds = seeds
    this.#tally = new CheckTally({ id: check.id, seedCount: seeds.length })
  }

  /** The seed to run next, or undefined when the check is decided. */
  next(): number | undefined {
    return this.#failure === undefined ? this.#seeds[this.#position] : undefined
  }

  /** True when nothing was run yet. */
  get isFirst(): boolean {
    return this.#first === undefined
  }

  /** True when the coming run is the second of the first seed. */
  get isTwin(): boolean {
    return this.#first !== undefined && this.#position === 0
  }

  /**
   * Takes in the result of the run that `next` asked for.
   * @param differsAt finds the first event in which the twins differ, if they do
   */
  add(result: SeedResult, differsAt: () => EventId): void {
    const first = this.#first
    if (first === undefined) {
      this.#first = result
      return
    }
    if (!this.isTwin || first.traceHash === result.traceHash) return this.#count(result)
    this.#count({ ...first, outcome: { kind: 'not-deterministic', event: differsAt() } })
  }

  result(): CheckResult {
    return this.#tally.result()
  }

  #count(result: SeedResult): void {
    this.#position++
    if (this.#tally.add(result) === 'stop') this.#failure = result
  }
}
