/**
 * Looks for a smaller run that fails as the first failing run of a check did, like the
 * browser does for its own runs. It happens after the verdict, which never depends on it.
 *
 * The grader says which scenario to try and judges what comes back; the sandbox runs it,
 * and cannot make a run look smaller than it is, because what is kept was replayed.
 */
import {
  type Check,
  encodeCompact,
  type GradedShrink,
  isSameFailure,
  printRunScript,
  type Scenario,
  type SeedOutcome,
  type SeedResult,
  ShrinkSearch,
  type Tried,
} from '#core'
import type { FailedRun } from './check-progress.ts'
import type { RoomResult, RunRoom } from './run-room.ts'

export interface ShrinkFailureOptions {
  readonly check: Check
  /** The failing run, as its verdict tells it: with places in the learner's text. */
  readonly failure: SeedResult
  readonly room: Pick<RunRoom, 'run'>
  /** The search ends after so many runs … */
  readonly runsMax: number
  /** … or when this says so, with the smallest run found until then. */
  readonly mayGoOn: () => boolean
}

export interface ShrunkFailure {
  /** With places in the compiled text. */
  readonly shrink: GradedShrink
  readonly run: FailedRun
}

/** A worker that dies of a run may die of the next one too. */
const DEATHS_MAX = 3

/**
 * Undefined when nothing smaller was found, or the failure is of no kind that a smaller run
 * could repeat.
 */
export async function shrinkFailure(
  options: ShrinkFailureOptions,
): Promise<ShrunkFailure | undefined> {
  const { check, failure, runsMax, mayGoOn } = options
  if (!isSameFailure(failure.outcome, failure.outcome)) return undefined
  const whole = check.scenario(failure.seed)
  const search = new ShrinkSearch(whole)
  const tries = search.tries()
  let step = tries.next()
  let first: SeedResult | undefined
  for (let [runs, deaths] = [0, 0]; step.done !== true; runs++) {
    if (runs >= runsMax || deaths >= DEATHS_MAX || !mayGoOn()) break
    const tried = await runOnce(options, step.value.scenario)
    first ??= tried?.result
    // Code that does not run as it did for its verdict has no smaller run to show.
    if (first?.eventCount !== failure.eventCount) return undefined
    if (tried === undefined) deaths++
    step = tries.next(tried === undefined ? NO_ANSWER : answerOf(tried))
  }
  const { scenario } = search
  if (first === undefined || scenario === whole) return undefined
  return keep(options, { whole, scenario, outcome: first.outcome, isMinimal: step.done === true })
}

function answerOf({ result, fates }: RoomResult): Tried {
  return { outcome: result.outcome, fates }
}

const NO_ANSWER: Tried = {
  outcome: { kind: 'unknown', why: 'the worker did not live to tell' },
  fates: [],
}

function runOnce(
  { check, failure, room }: ShrinkFailureOptions,
  scenario: Scenario,
  { keepTrace = false, lines = false } = {},
): Promise<RoomResult | undefined> {
  const { claims } = check
  return room.run({ scenario, claims, seed: failure.seed, keepTrace, lines })
}

interface Found {
  readonly whole: Scenario
  readonly scenario: Scenario
  /** Of the whole run, with places in the compiled text. */
  readonly outcome: SeedOutcome
  readonly isMinimal: boolean
}

/** Runs the smallest once more for its trace, and again for its lines. */
async function keep(
  options: ShrinkFailureOptions,
  { whole, scenario, outcome, isMinimal }: Found,
): Promise<ShrunkFailure | undefined> {
  const { failure } = options
  const kept = await runOnce(options, scenario, { keepTrace: true })
  if (kept?.trace === undefined || !isSameFailure(kept.result.outcome, outcome)) {
    return undefined
  }
  const lined = await runOnce(options, scenario, { keepTrace: true, lines: true })
  const isSame = lined?.result.traceHash === kept.result.traceHash
  return {
    shrink: {
      failure: kept.result,
      script: printRunScript(scenario, whole),
      before: sizeOf(whole, failure),
      after: sizeOf(scenario, kept.result),
      isMinimal,
    },
    run: { trace: encodeCompact(kept.trace), lines: isSame ? lined.lines : [] },
  }
}

function sizeOf({ nemesis, operations }: Scenario, { eventCount }: SeedResult) {
  return { events: eventCount, faults: nemesis.length, operations: operations.length }
}
