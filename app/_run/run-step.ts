/**
 * Runs the visible checks of a step and tells how it goes: what happens inside the
 * worker, without the worker, so that tests can run it anywhere.
 */
import {
  type CallLines,
  type Check,
  type CheckResult,
  CheckTally,
  type EventId,
  type EventLine,
  encodeTrace,
  eventLines,
  firstDifference,
  type NodeHost,
  present,
  printRunScript,
  runSeed,
  type SeedResult,
  type SeedRun,
  type Trace,
  visibleSeeds,
} from '#core'
import type { RunMessage } from './messages.ts'
import type { FailedCheck } from './shrink-failures.ts'

/** A host that can tell which lines of the code did what. */
export interface LinedHost extends NodeHost {
  readonly callLines: readonly CallLines[]
}

export interface RunStepParts {
  /** A fresh host: nothing of an earlier run is left in it. */
  readonly newHost: () => NodeHost
  /** One that records lines; much slower. */
  readonly newLinedHost: () => LinedHost
  readonly tell: (message: RunMessage) => void
}

/** Runs each check until its first seed that does not pass; returns those that failed. */
export function judgeChecks(checks: readonly Check[], parts: RunStepParts): readonly FailedCheck[] {
  return checks.flatMap((check) => {
    const { failure } = judgeCheck(check, parts)
    return failure === undefined ? [] : [{ check, failure }]
  })
}

function judgeCheck(check: Check, parts: RunStepParts): CheckResult {
  const { tell } = parts
  const tally = new CheckTally(check)
  let shown: SeedRun | undefined
  for (const seed of visibleSeeds(check)) {
    const ref = { checkId: check.id, seed }
    tell({ kind: 'seed-started', ...ref })
    const isFirst = shown === undefined
    const run = isFirst ? runTwice(check, seed, parts) : runOnce(check, seed, parts)
    if (run.trace !== undefined) shown = run
    tell({ kind: 'seed-done', ...ref, events: run.result.eventCount })
    if (tally.add(run.result) === 'stop') break
  }
  const trace = shown?.trace === undefined ? '' : encodeTrace(shown.trace)
  const result = tally.result()
  const lines = result.failure === undefined ? undefined : linesOf(check, result.failure, parts)
  tell({
    kind: 'check-done',
    result,
    trace,
    ...(shown === undefined ? {} : { script: scriptOf(check, shown.result.seed) }),
    ...(lines === undefined ? {} : { lines }),
  })
  return result
}

/**
 * Runs a failed seed once more to learn which lines did what. A run that is not the same as
 * the one that failed has nothing to say about it.
 */
function linesOf(
  check: Check,
  { seed, traceHash }: SeedResult,
  { newLinedHost }: RunStepParts,
): readonly EventLine[] | undefined {
  const host = newLinedHost()
  const { result, trace } = runSeed({ check, seed, host, keepTrace: true })
  if (trace === undefined || result.traceHash !== traceHash) return undefined
  return eventLines(trace.events, host.callLines)
}

/** Most seeds pass and nobody looks at their traces; only that of a failure is worth a second run. */
function runOnce(check: Check, seed: number, { newHost }: RunStepParts): SeedRun {
  const run = runSeed({ check, seed, host: newHost(), keepTrace: false, hashTrace: false })
  if (run.result.outcome.kind === 'pass') return run
  return runSeed({ check, seed, host: newHost(), keepTrace: true })
}

/** The second run of a seed must be equal to the first, or the code depends on chance. */
function runTwice(check: Check, seed: number, { newHost }: RunStepParts): SeedRun {
  const first = runSeed({ check, seed, host: newHost(), keepTrace: true })
  const second = runSeed({ check, seed, host: newHost(), keepTrace: true })
  if (first.result.traceHash === second.result.traceHash) return first
  const event = differsAt(first.trace, second.trace)
  const result: SeedResult = { ...first.result, outcome: { kind: 'not-deterministic', event } }
  return { ...first, result }
}

/** Their hashes differ, so that the traces do. */
function differsAt(a: Trace | undefined, b: Trace | undefined): EventId {
  return firstDifference(present(a, 'it was kept'), present(b, 'it was kept')) ?? 0
}

function scriptOf(check: Check, seed: number): string {
  const scenario = check.scenario(seed)
  return printRunScript(scenario, scenario)
}
