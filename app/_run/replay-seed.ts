/** Runs one seed as a script changes it, and tells the whole run: a what-if. */
import {
  type Check,
  type EventId,
  encodeTrace,
  eventLines,
  firstDifference,
  type HandStep,
  type NodeHost,
  playByHand,
  present,
  printHandSteps,
  printRunScript,
  runScenario,
  type Scenario,
  type SeedOutcome,
  type SeedResult,
  TextHash,
  type Trace,
} from '#core'
import type { ReplayedRun, SeedScript } from './messages.ts'
import type { RunStepParts } from './run-step.ts'
import { readSeedScript } from './seed-script.ts'

/** Tells `replayed`, or `script-problems`. */
export function replaySeed(check: Check, ref: SeedScript, parts: RunStepParts): void {
  const { tell } = parts
  const read = readSeedScript(check, ref)
  if (read.kind === 'problems') {
    tell({ kind: 'script-problems', problems: read.problems })
    return
  }
  const { base, scenario, steps } = read
  const script = ref.script ?? printRunScript(scenario, base) + printHandSteps(steps)
  tell({ kind: 'seed-started', checkId: check.id, seed: ref.seed })
  tell({ kind: 'replayed', script, ...runTwice(check, { scenario, steps, seed: ref.seed }, parts) })
}

interface Plan {
  readonly scenario: Scenario
  readonly steps: readonly HandStep[]
  readonly seed: number
}

interface OneRun {
  readonly result: SeedResult
  readonly trace: Trace
  readonly fell: ReplayedRun['fell']
  readonly stuckAt?: string
}

/** The second run learns the lines; where it differs from the first, chance is at work. */
function runTwice(check: Check, plan: Plan, parts: RunStepParts): Omit<ReplayedRun, 'script'> {
  const first = runOnce(check, plan, parts.newHost())
  const host = parts.newLinedHost()
  const second = runOnce(check, plan, host)
  const { result, trace, ...rest } = first
  if (result.traceHash === second.result.traceHash) {
    const lines = eventLines(trace.events, host.callLines)
    return { result, trace: encodeTrace(trace), lines, ...rest }
  }
  const event = firstDifference(trace, second.trace) ?? 0
  const outcome: SeedOutcome = { kind: 'not-deterministic', event }
  return { result: { ...result, outcome }, trace: encodeTrace(trace), lines: [], ...rest }
}

function runOnce(check: Check, plan: Plan, host: NodeHost): OneRun {
  return plan.steps.length === 0 ? runAlone(check, plan, host) : runByHand(check, plan, host)
}

function runAlone({ claims }: Check, { scenario, seed }: Plan, host: NodeHost): OneRun {
  const fell: { step: number; event: EventId }[] = []
  const { result, trace } = runScenario({
    scenario,
    seed,
    claims,
    host,
    keepTrace: true,
    onFault: (step, event) => fell.push({ step, event }),
  })
  return { result, trace: present(trace, 'it was asked for'), fell }
}

function runByHand({ claims }: Check, { scenario, seed, steps }: Plan, host: NodeHost): OneRun {
  const { run, stuckAt } = playByHand({ scenario, seed, claims, host }, steps)
  const { trace } = run
  const stuck = stuckAt === undefined ? undefined : steps[stuckAt]
  const result: SeedResult = {
    seed,
    outcome: run.outcome ?? { kind: 'unknown', why: 'the script ends before the run does' },
    traceHash: hashOf(trace),
    eventCount: trace.events.length,
  }
  const name = stuck === undefined ? undefined : printHandSteps([stuck]).trimEnd()
  return { result, trace, fell: [], ...(name === undefined ? {} : { stuckAt: name }) }
}

function hashOf(trace: Trace): string {
  const hash = new TextHash()
  hash.add(encodeTrace(trace))
  return hash.digest()
}
