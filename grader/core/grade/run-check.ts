/** Runs a check over its seeds; a generator, so that the caller may report, pause or stop. */
import type { NodeHost } from '../sim/node-host.ts'
import type { Check } from './check.ts'
import { runSeed } from './run-seed.ts'
import { type CheckResult, type SeedResult, type Verdict, verdictOf } from './verdict.ts'

/** Folds the results of seeds, as they come, into the result of their check. */
export class CheckTally {
  readonly #check: Pick<Check, 'id' | 'seedCount'>
  #seedsRun = 0
  #seedsPassed = 0
  #failure: SeedResult | undefined

  constructor(check: Pick<Check, 'id' | 'seedCount'>) {
    this.#check = check
  }

  /** Counts one more seed; says whether to go on to the next. */
  add(result: SeedResult): 'continue' | 'stop' {
    this.#seedsRun++
    if (result.outcome.kind === 'pass') {
      this.#seedsPassed++
      return 'continue'
    }
    this.#failure = result
    return 'stop'
  }

  result(): CheckResult {
    const failure = this.#failure
    return {
      checkId: this.#check.id,
      verdict: this.#verdict(),
      seedsPassed: this.#seedsPassed,
      seedsRun: this.#seedsRun,
      seedCount: this.#check.seedCount,
      ...(failure === undefined ? {} : { failure }),
    }
  }

  #verdict(): Verdict {
    if (this.#failure !== undefined) return verdictOf(this.#failure.outcome)
    return this.#seedsPassed === this.#check.seedCount ? 'pass' : 'unknown'
  }
}

export interface RunCheckOptions {
  readonly check: Check
  readonly seeds: readonly number[]
  /** A fresh host for each seed. */
  readonly hostFor: (seed: number) => NodeHost
}

/** Yields after each seed; stops at the first that does not pass. */
export function* runCheck(options: RunCheckOptions): Generator<SeedResult, CheckResult> {
  const { check, seeds, hostFor } = options
  const tally = new CheckTally({ id: check.id, seedCount: seeds.length })
  for (const seed of seeds) {
    const { result } = runSeed({ check, seed, host: hostFor(seed), keepTrace: false })
    yield result
    if (tally.add(result) === 'stop') break
  }
  return tally.result()
}

/** The seeds of a browser run: 1 to `seedCount`, so that everybody sees the same runs. */
export function visibleSeeds({ seedCount }: Pick<Check, 'seedCount'>): readonly number[] {
  return Array.from({ length: seedCount }, (_, index) => index + 1)
}
