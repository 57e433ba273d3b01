/**
 * Runs the visible checks of a step and tells how it goes: what happens inside the
 * worker, without the worker, so that tests can run it anywhere.
 */
import {
  type Check,
  CheckTally,
  encodeEvent,
  encodeHeader,
  encodeTrace,
  headerOf,
  type NodeHost,
  runSeed,
  type SeedResult,
  type SeedRun,
  Simulator,
  type Trace,
  visibleSeeds,
} from '#core'
import type { RunMessage, SeedRef } from './messages.ts'

export interface RunStepParts {
  /** A fresh host: nothing of an earlier run is left in it. */
  readonly newHost: () => NodeHost
  readonly tell: (message: RunMessage) => void
}

/** Runs each check until its first seed that does not pass. */
export function judgeChecks(checks: readonly Check[], parts: RunStepParts): void {
  for (const check of checks) judgeCheck(check, parts)
}

function judgeCheck(check: Check, parts: RunStepParts): void {
  const { tell } = parts
  const tally = new CheckTally(check)
  let shown: SeedRun | undefined
  for (const seed of visibleSeeds(check)) {
    const ref = { checkId: check.id, seed }
    tell({ kind: 'seed-started', ...ref })
    const isFirst = shown === undefined
    const run = isFirst ? runTwice(check, seed, parts) : runOnce(check, seed, parts)
    if (run.trace !== undefined) shown = run
    tell({ kind: 'seed-done', ...ref })
    if (tally.add(run.result) === 'stop') break
  }
  const trace = shown?.trace === undefined ? '' : encodeTrace(shown.trace)
  tell({ kind: 'check-done', result: tally.result(), trace })
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
  const event = firstDifference(first.trace, second.trace)
  const result: SeedResult = { ...first.result, outcome: { kind: 'not-deterministic', event } }
  return { ...first, result }
}

function firstDifference(a: Trace | undefined, b: Trace | undefined): number {
  const ours = a?.events ?? []
  const theirs = b?.events ?? []
  const index = ours.findIndex((event, position) => {
    const other = theirs[position]
    return other === undefined || encodeEvent(event) !== encodeEvent(other)
  })
  return index === -1 ? Math.max(0, ours.length - 1) : index
}

/**
 * Runs one seed and tells its events as they happen: when a handler never returns, the
 * last event told is the call of that handler.
 */
export function recordSeed(check: Check, { seed }: SeedRef, parts: RunStepParts): void {
  const scenario = check.scenario(seed)
  const inner = parts.newHost()
  let unsent = encodeHeader(headerOf(scenario, seed))
  const flush = () => {
    parts.tell({ kind: 'recorded', text: unsent })
    unsent = ''
  }
  const host: NodeHost = {
    call(node, call) {
      flush()
      return inner.call(node, call)
    },
  }
  const onEvent = (event: Parameters<typeof encodeEvent>[0]) => {
    unsent += encodeEvent(event)
    return 'continue' as const
  }
  new Simulator({ scenario, seed, host, onEvent }).run()
  flush()
}
