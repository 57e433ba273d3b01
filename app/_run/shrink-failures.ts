/**
 * Makes the failing runs of a browser run smaller, one check after the other, once all
 * checks are judged: the learner reads the results meanwhile.
 */
import {
  type Check,
  encodeTrace,
  eventLines,
  printDeliveries,
  printNemesis,
  runScenario,
  type SeedResult,
  type ShrinkResult,
  shrink,
} from '#core'
import type { RunSize, ShrunkRun } from './messages.ts'
import type { RunStepParts } from './run-step.ts'

export interface FailedCheck {
  readonly check: Check
  readonly failure: SeedResult
}

/** Enough for nearly every run of the labs; a search that needs more ends with what it has. */
const RUNS_MAX = 600
/** The page hears of a search after so many runs: it takes silence for an endless loop. */
const RUNS_BETWEEN_WORDS = 10

/** Tells `shrunk` for each failing run that has a smaller one. */
export function shrinkFailures(failed: readonly FailedCheck[], parts: RunStepParts): void {
  for (const one of failed) shrinkFailure(one, parts)
}

function shrinkFailure({ check, failure }: FailedCheck, parts: RunStepParts): void {
  const { newHost, tell } = parts
  const { claims, id: checkId } = check
  const { seed } = failure
  const scenario = check.scenario(seed)
  const search = shrink({ scenario, seed, claims, newHost, runsMax: RUNS_MAX })
  let step = search.next()
  while (step.done !== true) {
    const { runs } = step.value
    if (runs % RUNS_BETWEEN_WORDS === 0) tell({ kind: 'shrinking', checkId, runs })
    step = search.next()
  }
  const small = step.value
  if (small === undefined) return
  const before = sizeOf(scenario, failure.eventCount)
  tell({ kind: 'shrunk', checkId, before, ...smallRun(small, check, parts) })
}

function smallRun(small: ShrinkResult, check: Check, { newLinedHost }: RunStepParts) {
  const { scenario, result, trace } = small
  const host = newLinedHost()
  const { seed } = result
  const again = runScenario({ scenario, seed, claims: check.claims, host, keepTrace: true })
  // A run that differs from its twin has nothing to say about lines.
  const isSame = again.result.traceHash === result.traceHash
  const run: Omit<ShrunkRun, 'checkId' | 'before'> = {
    failure: result,
    trace: encodeTrace(trace),
    lines: isSame ? eventLines(trace.events, host.callLines) : [],
    script: printNemesis(scenario.nemesis) + printDeliveries(scenario.deliveries ?? []),
    after: sizeOf(scenario, result.eventCount),
    isMinimal: small.isMinimal,
  }
  return run
}

function sizeOf(
  {
    nemesis,
    operations,
  }: { readonly nemesis: readonly unknown[]; readonly operations: readonly unknown[] },
  events: number,
): RunSize {
  return { events, faults: nemesis.length, operations: operations.length }
}
