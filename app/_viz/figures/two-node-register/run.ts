/** Runs the register in the reader's browser and says what came of it, from the trace alone. */
import { runSeed, type Scenario, type Trace } from '#core'
import { ClassHost } from '#systems/class-host.ts'
import { TwoNodeRegister } from '#systems/two-node-register/two-node-register.ts'
import { historyOf, isLinearizable, type RegisterOperation } from './history.ts'

export interface RegisterRun {
  readonly trace: Trace
  readonly traceHash: string
  readonly history: readonly RegisterOperation[]
  readonly isLinearizable: boolean
  /** Every request was answered without an error before its client gave up. */
  readonly allAnswered: boolean
  /** What each client got, in the order of their operations. */
  readonly lines: readonly string[]
  /** What that means for CAP, in one line. */
  readonly verdict: string
  /** Why it came so, in a sentence or two. */
  readonly why: string
  /** The read that broke linearizability. */
  readonly staleOperation: number | undefined
}

/** @param initial the register's value before anybody wrote */
export function runRegister(scenario: Scenario, seed: number, initial: number): RegisterRun {
  const check = {
    id: scenario.id,
    title: scenario.id,
    claims: [],
    seedCount: 1,
    scenario: () => scenario,
  }
  const { result, trace } = runSeed({
    check,
    seed,
    host: new ClassHost(TwoNodeRegister),
    keepTrace: true,
  })
  if (trace === undefined || result.outcome.kind !== 'pass') {
    throw new Error(`The register's own code failed: ${JSON.stringify(result.outcome)}`)
  }
  const history = historyOf(trace.events)
  const linearizable = isLinearizable(history, initial)
  const stale = linearizable ? undefined : history.find(isAnsweredRead)
  return {
    trace,
    traceHash: result.traceHash,
    history,
    isLinearizable: linearizable,
    allAnswered: history.every(({ outcome }) => outcome === 'ok'),
    lines: history.map(describeOperation),
    verdict: describeVerdict(history, stale),
    why: explain(trace, history, stale),
    staleOperation: stale?.operation,
  }
}

function isAnsweredRead({ command, outcome }: RegisterOperation): boolean {
  return command.kind === 'read' && outcome === 'ok'
}

/** `c2 read through n2: ok, 7, after 101 ms`. */
function describeOperation(operation: RegisterOperation): string {
  const { client, node, command } = operation
  const did = command.kind === 'write' ? `wrote ${command.value}` : 'read'
  return `${client} ${did} through ${node}: ${describeOutcome(operation)}`
}

function describeOutcome({ outcome, value, invokedAt, endedAt }: RegisterOperation): string {
  const after =
    endedAt === undefined ? '' : ` after ${Math.round((endedAt - invokedAt) / 1_000)} ms`
  switch (outcome) {
    case 'ok':
      return value === undefined ? `ok${after}` : `ok, ${value},${after}`
    case 'fail':
      return `error${after}`
    case 'info':
      return endedAt === undefined ? 'no answer' : `no answer; it gave up${after}`
  }
}

function describeVerdict(
  history: readonly RegisterOperation[],
  stale: RegisterOperation | undefined,
): string {
  if (stale !== undefined) {
    return `${stale.client} read ${stale.value} although a newer write had finished: not linearizable.`
  }
  const failed = history.find(({ outcome }) => outcome === 'fail')
  if (failed !== undefined) {
    return `${failed.client} got an error from a live node: not available in CAP’s sense.`
  }
  const unanswered = history.find(({ outcome }) => outcome === 'info')
  if (unanswered !== undefined) {
    return `${unanswered.client} got no answer before it gave up: without a heal, not available in CAP’s sense.`
  }
  return 'Linearizable, and every request was answered without an error.'
}

function explain(
  { events }: Trace,
  history: readonly RegisterOperation[],
  stale: RegisterOperation | undefined,
): string {
  if (stale !== undefined) {
    return `Nothing of the write had reached ${stale.node}, and it answered all the same.`
  }
  const failed = history.find(({ outcome }) => outcome === 'fail')
  if (failed !== undefined) {
    return `${failed.node} was up and was asked. Its refusal is what kept ${failed.client} from a stale value.`
  }
  const unanswered = history.find(({ outcome }) => outcome === 'info')
  if (unanswered !== undefined) {
    return `${unanswered.node} kept asking. It told no lie and gave no error, and it would have to go on for as long as the cut lasts.`
  }
  return events.some(({ kind }) => kind === 'cut')
    ? 'The answer came late, once the link was whole again. CAP sets no limit on time, so this one run has both; a cut that lasts decides.'
    : 'The nodes heard from each other in time, so the policy was never needed. A run like this one cannot tell the three apart.'
}
