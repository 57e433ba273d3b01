/**
 * The search for a smaller run that fails the same: it says which scenario to try next, and
 * is told what came of it. Who runs the scenarios is somebody else's matter: the browser
 * runs them at once, the grader in a sandbox.
 */
import type { SeedOutcome } from '../grade/verdict.ts'
import { calmNetwork } from '../sim/calm-network.ts'
import type { DeliveryChoice } from '../sim/delivery.ts'
import type { NemesisStep } from '../sim/nemesis.ts'
import type { Scenario } from '../sim/scenario.ts'
import { removeParts } from './remove-parts.ts'
import { isSameFailure } from './same-failure.ts'
import { earlier, simplerDeliveries, simplerSteps } from './simpler.ts'

/** A scenario to run with the seed of the failing run. */
export interface ShrinkTry {
  readonly scenario: Scenario
}

/** What came of a try. */
export interface Tried {
  readonly outcome: SeedOutcome
  /** What the network decided for each message, in order of the sends. */
  readonly fates: readonly DeliveryChoice[]
}

type Tries<T = void> = Generator<ShrinkTry, T, Tried>

/** What is left in the scenario; `deliveries` counts messages that are not delivered plainly. */
export interface ShrinkSize {
  readonly faults: number
  readonly operations: number
  readonly deliveries: number
}

/** The scenario that is the smallest so far, and the tries that make it smaller. */
export class ShrinkSearch {
  #scenario: Scenario
  #failure: SeedOutcome | undefined
  /** Random deliveries are settled one by one before they can be taken away. */
  #isSettled = false

  /** @param scenario that of the failing run */
  constructor(scenario: Scenario) {
    this.#scenario = scenario
  }

  /** The smallest that was found; its run fails as the first one did. */
  get scenario(): Scenario {
    return this.#scenario
  }

  get size(): ShrinkSize {
    const { nemesis, operations, deliveries = [] } = this.#scenario
    return {
      faults: nemesis.length,
      operations: operations.length,
      deliveries: deliveries.length,
    }
  }

  /**
   * Tries the whole run first, then rounds of all passes until a round takes nothing away.
   * False when the run does not fail, or in a way that no smaller one can be compared with.
   */
  *tries(): Tries<boolean> {
    const { outcome } = yield { scenario: this.#scenario }
    if (!isSameFailure(outcome, outcome)) return false
    this.#failure = outcome
    for (;;) {
      const before = this.#scenario
      yield* this.#removeFaults()
      yield* this.#removeOperations()
      if (!this.#isSettled) yield* this.#settle()
      yield* this.#removeDeliveries()
      yield* this.#simplify()
      if (this.#scenario === before) return true
    }
  }

  *#removeFaults(): Tries {
    const { nemesis } = this.#scenario
    yield* this.#remove(nemesis, (rest) => ({ ...this.#scenario, nemesis: rest }))
  }

  *#removeOperations(): Tries {
    const { operations } = this.#scenario
    yield* this.#remove(operations, (rest) => ({ ...this.#scenario, operations: rest }))
  }

  *#removeDeliveries(): Tries {
    const { deliveries = [] } = this.#scenario
    yield* this.#remove(deliveries, (rest) => ({ ...this.#scenario, deliveries: rest }))
  }

  *#remove<T>(parts: readonly T[], without: (rest: readonly T[]) => Scenario): Tries {
    const search = removeParts(parts)
    let step = search.next()
    while (step.done !== true) step = search.next(yield* this.#accept(without(step.value)))
  }

  /** The same run, with every fate written down and a network that decides nothing itself. */
  *#settle(): Tries {
    this.#isSettled = true
    const { fates } = yield { scenario: this.#scenario }
    const network = calmNetwork(this.#scenario.network)
    const isOdd = ({ fate }: DeliveryChoice) =>
      fate.kind === 'lost' ||
      fate.delaysMicros.length > 1 ||
      fate.delaysMicros[0] !== network.delayMicrosMin
    const settled = { ...this.#scenario, network, deliveries: fates.filter(isOdd) }
    // It is the same run, unless the code depends on more than the run: then fates stay random.
    yield* this.#accept(settled)
  }

  /** What cannot be taken away may still be said in a simpler way. */
  *#simplify(): Tries {
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

  *#acceptFirst(candidates: Iterable<Scenario>): Tries {
    for (const candidate of candidates) if (yield* this.#accept(candidate)) return
  }

  /** Takes the scenario over when it fails in the same way. */
  *#accept(scenario: Scenario): Tries<boolean> {
    const { outcome } = yield { scenario }
    const isSame = this.#failure !== undefined && isSameFailure(outcome, this.#failure)
    if (isSame) this.#scenario = scenario
    return isSame
  }
}

function* map<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item)
}
