/**
 * Makes a failing run as small as it can be made: fewer faults, fewer client operations,
 * and a network that does nothing odd except where it has to. The result breaks the same
 * claim, and nothing more can be taken from it.
 */
import { assert } from '../assert.ts'
import type { Claim } from '../check/claim.ts'
import { runScenario } from '../grade/run-seed.ts'
import type { SeedResult } from '../grade/verdict.ts'
import type { DeliveryChoice } from '../sim/delivery.ts'
import type { NodeHost } from '../sim/node-host.ts'
import type { Scenario } from '../sim/scenario.ts'
import type { Trace } from '../trace/event.ts'
import { ShrinkSearch, type ShrinkSize, type Tried } from './search.ts'

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

export interface ShrinkProgress extends ShrinkSize {
  readonly runs: number
  /** Events of the run that was given, and of the smallest so far. */
  readonly eventsBefore: number
  readonly events: number
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
 * Yields after every run but the first; stop asking and it stops. Returns undefined when the
 * run does not fail, or in a way that no smaller run can be compared with (not deterministic,
 * unknown).
 */
export function* shrink(
  options: ShrinkOptions,
): Generator<ShrinkProgress, ShrinkResult | undefined> {
  const search = new ShrinkSearch(options.scenario)
  const tries = search.tries()
  let [runs, eventsBefore, events] = [0, 0, 0]
  let smallest = search.scenario
  let isMinimal = true
  let step = tries.next()
  while (step.done !== true) {
    const { eventCount, ...tried } = tryOut(step.value.scenario, options)
    if (runs++ === 0) eventsBefore = events = eventCount
    step = tries.next(tried)
    if (search.scenario !== smallest) {
      smallest = search.scenario
      events = eventCount
    }
    if (runs === 1) continue
    if (step.done !== true && runs >= options.runsMax) {
      isMinimal = false
      break
    }
    yield { runs, eventsBefore, events, ...search.size }
  }
  if (step.done === true && !step.value) return undefined
  const { scenario, size } = search
  const { seed, claims, newHost } = options
  const run = runScenario({ scenario, seed, claims, host: newHost(), keepTrace: true })
  const { result, trace } = run
  assert(trace !== undefined, 'the trace was asked for')
  return { runs, eventsBefore, events, ...size, scenario, result, trace, isMinimal }
}

function tryOut(
  scenario: Scenario,
  { seed, claims, newHost }: ShrinkOptions,
): Tried & { readonly eventCount: number } {
  const fates: DeliveryChoice[] = []
  const { result } = runScenario({
    scenario,
    seed,
    claims,
    host: newHost(),
    keepTrace: false,
    hashTrace: false,
    onFate: (choice) => fates.push(choice),
  })
  return { outcome: result.outcome, fates, eventCount: result.eventCount }
}
