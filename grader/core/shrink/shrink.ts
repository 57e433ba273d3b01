/**
 * Makes a failing run as small as it can be made: fewer faults, fewer client operations,
 * and a network that does nothing odd except where it has to. The result breaks the same
 * claim, and nothing more can be taken from it.
 */
import { assert } from '../assert.ts'
import type { Claim } from '../check/claim.ts'
import { runScenario } from '../grade/run-seed.ts'
import type { SeedOutcome, SeedResult } from '../grade/verdict.ts'
import type { DeliveryChoice } from '../sim/delivery.ts'
import type { NemesisStep } from '../sim/nemesis.ts'
import type { NodeHost } from '../sim/node-host.ts'
import type { ClientOperation, NetworkOptions, Scenario } from '../sim/scenario.ts'
import type { Trace } from '../trace/event.ts'
import { removeParts } from './remove-parts.ts'
import { isSameFailure } from './same-failure.ts'
import { earlier, simplerDeliveries, simplerSteps } from './simpler.ts'

export interface ShrinkOptions {
  /** The scenario of the failing run. */
  readonly scenario: Scenario
  readonly seed: number
  readonly claims: readonly Claim[]
  /** A fresh host for each run. */
  readonly newHost: () => NodeHost
  /** The search ends after so many runs, with the smallest run found until then. */
  readonly runsMax: number
}

/** What is left in the scenario; `deliveries` counts messages that are not delivered plainly. */
export interface ShrinkSize {
  readonly faults: number
  readonly operations: number
  readonly deliveries: number
}

export interface ShrinkProgress extends ShrinkSize {
  readonly runs: number
}

export interface ShrinkResult extends ShrinkProgress {
  /** Gives the minimal run with the same seed. */
  readonly scenario: Scenario
  readonly result: SeedResult
  readonly trace: Trace
  /** False when `runsMax` was reached before every single part had been tried. */
  readonly isMinimal: boolean
}

/**
 * Yields after every run; stop asking and it stops. Returns undefined when the run does not
 * fail, or in a way that no smaller run can be compared with (not deterministic, unknown).
 */
export function* shrink(
  options: ShrinkOptions,
): Generator<ShrinkProgress, ShrinkResult | undefined> {
  const shrinker = new Shrinker(options)
  if (!shrinker.isShrinkable) return undefined
  return yield* shrinker.run()
}

class Shrinker {
  readonly #options: ShrinkOptions
  readonly #failure: SeedOutcome
  #scenario: Scenario
  #runs = 0
  /** Random deliveries are settled one by one before they can be taken away. */
  #isSettled = false

  constructor(options: ShrinkOptions) {
    this.#options = options
    this.#scenario = options.scenario
    this.#failure = this.#judge(options.scenario)
  }

  get isShrinkable(): boolean {
    return isSameFailure(this.#failure, this.#failure)
  }

  *run(): Generator<ShrinkProgress, ShrinkResult> {
    let isMinimal = true
    const passes = this.#passes()
    while (passes.next().done !== true) {
      if (this.#runs >= this.#options.runsMax) {
        isMinimal = false
        break
      }
      yield this.#progress()
    }
    return { ...this.#finish(), isMinimal }
  }

  /** Rounds of all passes until a round takes nothing away any more. */
  *#passes(): Generator<void> {
    for (;;) {
      const before = this.#scenario
      yield* this.#removeFaults()
      yield* this.#removeOperations()
      if (!this.#isSettled) this.#settle()
      yield* this.#removeDeliveries()
      yield* this.#simplify()
      if (this.#scenario === before) return
    }
  }

  *#removeFaults(): Generator<void> {
    const { nemesis } = this.#scenario
    const fewer = (rest: readonly NemesisStep[]) => ({ ...this.#scenario, nemesis: rest })
    yield* removeParts(nemesis, (rest) => this.#accept(fewer(rest)))
  }

  *#removeOperations(): Generator<void> {
    const { operations } = this.#scenario
    const fewer = (rest: readonly ClientOperation[]) => ({ ...this.#scenario, operations: rest })
    yield* removeParts(operations, (rest) => this.#accept(fewer(rest)))
  }

  *#removeDeliveries(): Generator<void> {
    const { deliveries = [] } = this.#scenario
    const fewer = (rest: readonly DeliveryChoice[]) => ({ ...this.#scenario, deliveries: rest })
    yield* removeParts(deliveries, (rest) => this.#accept(fewer(rest)))
  }

  /** The same run, with every fate written down and a network that decides nothing itself. */
  #settle(): void {
    this.#isSettled = true
    const fates: DeliveryChoice[] = []
    this.#run(this.#scenario, (choice) => fates.push(choice))
    const network = plain(this.#scenario.network)
    const isOdd = ({ fate }: DeliveryChoice) =>
      fate.kind === 'lost' ||
      fate.delaysMicros.length > 1 ||
      fate.delaysMicros[0] !== network.delayMicrosMin
    const settled = { ...this.#scenario, network, deliveries: fates.filter(isOdd) }
    assert(this.#accept(settled), 'a run with its own fates written down is the same run')
  }

  /** What cannot be taken away may still be said in a simpler way. */
  *#simplify(): Generator<void> {
    yield* this.#acceptFirst(earlier(this.#scenario))
    for (let index = 0; index < this.#scenario.nemesis.length; index++) {
      const { nemesis, nodes } = this.#scenario
      const simpler = simplerSteps(nemesis[index] as NemesisStep, nodes)
      yield* this.#acceptFirst(
        map(simpler, (step) => ({ ...this.#scenario, nemesis: nemesis.with(index, step) })),
      )
    }
    for (let index = 0; index < (this.#scenario.deliveries?.length ?? 0); index++) {
      const { deliveries = [], network } = this.#scenario
      const choice = deliveries[index] as DeliveryChoice
      const simpler = simplerDeliveries(choice, network.delayMicrosMin)
      yield* this.#acceptFirst(
        map(simpler, (one) => ({ ...this.#scenario, deliveries: deliveries.with(index, one) })),
      )
    }
  }

  *#acceptFirst(candidates: Iterable<Scenario>): Generator<void> {
    for (const candidate of candidates) {
      const isAccepted = this.#accept(candidate)
      yield
      if (isAccepted) return
    }
  }

  /** Takes the scenario over when it fails in the same way. */
  #accept(scenario: Scenario): boolean {
    if (!isSameFailure(this.#judge(scenario), this.#failure)) return false
    this.#scenario = scenario
    return true
  }

  #judge(scenario: Scenario): SeedOutcome {
    this.#runs++
    return this.#run(scenario).result.outcome
  }

  #run(scenario: Scenario, onFate?: (choice: DeliveryChoice) => void, keepTrace = false) {
    const { seed, claims, newHost } = this.#options
    const host = newHost()
    const how = { keepTrace, hashTrace: keepTrace, ...(onFate === undefined ? {} : { onFate }) }
    return runScenario({ scenario, seed, claims, host, ...how })
  }

  #progress(): ShrinkProgress {
    const { nemesis, operations, deliveries = [] } = this.#scenario
    return {
      runs: this.#runs,
      faults: nemesis.length,
      operations: operations.length,
      deliveries: deliveries.length,
    }
  }

  #finish() {
    const scenario = this.#scenario
    const { result, trace } = this.#run(scenario, undefined, true)
    assert(trace !== undefined, 'the trace was asked for')
    return { ...this.#progress(), scenario, result, trace }
  }
}

/** Every message takes the shortest time; none is lost or repeated. */
function plain(network: NetworkOptions): NetworkOptions {
  return {
    ...network,
    delayMicrosMax: network.delayMicrosMin,
    tailPermille: 0,
    tailMicrosMax: network.delayMicrosMin,
    lossPermille: 0,
    duplicatePermille: 0,
  }
}

function* map<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item)
}
