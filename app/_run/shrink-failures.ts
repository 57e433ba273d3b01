/**
 * Makes the failing runs of a browser run smaller, one check after the other, once all
 * checks are judged: the learner reads the results meanwhile.
 */
import {
  type Check,
  encodeTrace,
  eventLines,
  printRunScript,
  runScenario,
  type Scenario,
  type SeedResult,
  type ShrinkResult,
  shrink,
} from '#core'
import type { RunSize, SeedScript, ShrunkRun } from './messages.ts'
import type { RunStepParts } from './run-step.ts'
import { readSeedScript } from './seed-script.ts'

export interface FailedCheck {
  readonly check: Check
  readonly failure: SeedResult
}

/** Enough for nearly every run of the labs; a search that needs more ends with what it has. */
const RUNS_MAX = 600
/** The page hears of a search after so many runs: it takes silence for an endless loop. */
const RUNS_BETWEEN_WORDS = 10
const FIRST_WORD_AFTER = 2

/** Tells `shrunk` for each failing run that has a smaller one. */
export function shrinkFailures(failed: readonly FailedCheck[], parts: RunStepParts): void {
  for (const { check, failure } of failed) {
    const scenario = check.scenario(failure.seed)
    search({ check, base: scenario, scenario, seed: failure.seed }, parts)
  }
}

/** The same for one run that a script makes; a run by hand is what it is. */
export function shrinkSeed(check: Check, ref: SeedScript, parts: RunStepParts): void {
  const read = readSeedScript(check, ref)
  if (read.kind === 'problems') {
    parts.tell({ kind: 'script-problems', problems: read.problems })
    return
  }
  const { base, scenario, steps } = read
  if (steps.length === 0) search({ check, base, scenario, seed: ref.seed }, parts)
}

interface Failing {
  readonly check: Check
  /** The scenario of the check, from which scripts tell the difference. */
  readonly base: Scenario
  readonly scenario: Scenario
  readonly seed: number
}

function search(failing: Failing, parts: RunStepParts): void {
  const { newHost, tell } = parts
  const { check, scenario, seed } = failing
  const { claims, id: checkId } = check
  const shrinking = shrink({ scenario, seed, claims, newHost, runsMax: RUNS_MAX })
  tell({ kind: 'seed-started', checkId, seed })
  let step = shrinking.next()
  while (step.done !== true) {
    const { runs, eventsBefore, events, faults, operations } = step.value
    const before = sizeOf(scenario, eventsBefore)
    const size = { events, faults, operations }
    if (runs % RUNS_BETWEEN_WORDS === FIRST_WORD_AFTER)
      tell({ kind: 'shrinking', checkId, runs, before, size })
    step = shrinking.next()
  }
  const small = step.value
  if (small !== undefined) tell({ kind: 'shrunk', checkId, ...smallRun(small, failing, parts) })
}

function smallRun(
  small: ShrinkResult,
  { check, base, scenario: whole }: Failing,
  { newLinedHost }: RunStepParts,
) {
  const { scenario, result, trace } = small
  const host = newLinedHost()
  const { seed } = result
  const again = runScenario({ scenario, seed, claims: check.claims, host, keepTrace: true })
  // A run that differs from its twin has nothing to say about lines.
  const isSame = again.result.traceHash === result.traceHash
  const run: Omit<ShrunkRun, 'checkId'> = {
    failure: result,
    trace: encodeTrace(trace),
    lines: isSame ? eventLines(trace.events, host.callLines) : [],
    script: printRunScript(scenario, base),
    wholeScript: printRunScript(whole, base),
    before: sizeOf(whole, small.eventsBefore),
    after: sizeOf(scenario, result.eventCount),
    isMinimal: small.isMinimal,
  }
  return run
}

function sizeOf({ nemesis, operations }: Scenario, events: number): RunSize {
  return { events, faults: nemesis.length, operations: operations.length }
}
