/** Runs one seed of a check and judges it as it goes. */
import { present } from '../assert.ts'
import type { Claim, Monitor } from '../check/claim.ts'
import type { NodeHost } from '../sim/node-host.ts'
import type { BudgetName } from '../sim/recorder.ts'
import type { RunEnd, SimulatorOptions } from '../sim/run.ts'
import type { Budgets, Scenario } from '../sim/scenario.ts'
import { Simulator } from '../sim/simulator.ts'
import { encodeEvent, encodeHeader } from '../trace/codec.ts'
import type { EventKind, Trace, TraceEvent, TraceHeader } from '../trace/event.ts'
import { TextHash } from '../trace/hash.ts'
import { WorldView } from '../trace/world-view.ts'
import type { Check } from './check.ts'
import type { SeedOutcome, SeedResult } from './verdict.ts'

export interface SeedRun {
  readonly result: SeedResult
  /** The whole trace, when it was asked for. */
  readonly trace: Trace | undefined
}

export interface RunSeedOptions {
  readonly check: Check
  readonly seed: number
  readonly host: NodeHost
  /** Keep the events; without it only their hash is kept. */
  readonly keepTrace: boolean
  /** False saves the time where nobody will look: the hash is then empty. */
  readonly hashTrace?: boolean
}

/** Runs `check` with `seed` to the end, or to the event that breaks a claim. */
export function runSeed({ check, ...options }: RunSeedOptions): SeedRun {
  return runScenario({
    ...options,
    scenario: check.scenario(options.seed),
    claims: check.claims,
  })
}

export interface RunScenarioOptions extends Omit<RunSeedOptions, 'check'> {
  readonly scenario: Scenario
  readonly claims: readonly Claim[]
  readonly onFate?: SimulatorOptions['onFate']
  readonly onFault?: SimulatorOptions['onFault']
}

/** Runs one scenario, which may be a changed one, and judges it by `claims`. */
export function runScenario(options: RunScenarioOptions): SeedRun {
  const run = new JudgedRun(options)
  run.advance(() => true)
  return run.finish()
}

/**
 * A run that is judged as it goes, and may rest between any two handler calls: a replay
 * rests where the tape ends for now.
 */
export class JudgedRun {
  readonly #options: RunScenarioOptions
  readonly #simulator: Simulator
  readonly #judge: Judge
  readonly #header: TraceHeader
  readonly #events: TraceEvent[] = []
  readonly #hash = new TextHash()

  constructor(options: RunScenarioOptions) {
    const { scenario, claims, seed, host, keepTrace, hashTrace = true, onFate, onFault } = options
    this.#options = options
    this.#header = headerOf(scenario, seed)
    this.#judge = new Judge(claims, this.#header)
    if (hashTrace) this.#hash.add(encodeHeader(this.#header))
    this.#simulator = new Simulator({
      scenario,
      seed,
      host,
      onEvent: (event) => {
        if (hashTrace) this.#hash.add(encodeEvent(event))
        if (keepTrace) this.#events.push(event)
        return this.#judge.look(event)
      },
      ...(onFate === undefined ? {} : { onFate }),
      ...(onFault === undefined ? {} : { onFault }),
    })
    this.#simulator.begin()
  }

  /**
   * Goes on for as long as `mayGoOn` says so, which is asked before each step; a step calls
   * the host at most once. True once the run has ended; `finish` is then due.
   */
  advance(mayGoOn: () => boolean): boolean {
    const simulator = this.#simulator
    while (!simulator.hasEnded && mayGoOn()) simulator.step()
    return simulator.hasEnded
  }

  /** What came of a run that has ended. Call it once. */
  finish(): SeedRun {
    const { scenario, seed, keepTrace, hashTrace = true } = this.#options
    const end = this.#simulator.finish()
    const result = {
      seed,
      outcome: outcomeOf(this.#judge, end, scenario.budgets),
      traceHash: hashTrace ? this.#hash.digest() : '',
      eventCount: end.eventCount,
    }
    const trace = keepTrace ? { header: this.#header, events: this.#events } : undefined
    return { result, trace }
  }
}

/** What a trace of this scenario and seed is headed by. */
export function headerOf(scenario: Scenario, seed: number): TraceHeader {
  const { id, nodes, clients } = scenario
  return { version: 2, scenario: id, seed, nodes, clients }
}

interface Asked {
  readonly id: string
  readonly monitor: Monitor
}

/** Asks the claims of a check about the events, each about those that matter to it. */
export class Judge {
  broken: (SeedOutcome & { readonly kind: 'claim-broken' }) | undefined
  readonly #view: WorldView
  readonly #monitors: readonly Asked[]
  /** Who is asked about the events of a kind, in the order of the claims. */
  readonly #byKind = new Map<EventKind, readonly Asked[]>()

  constructor(claims: readonly Claim[], header: TraceHeader) {
    this.#view = new WorldView(header)
    this.#monitors = claims.map(({ id, monitor }) => ({ id, monitor: monitor(header) }))
  }

  look(event: TraceEvent): 'continue' | 'stop' {
    this.#view.fold(event)
    if (this.broken !== undefined) return 'stop'
    for (const { id, monitor } of this.#askedAbout(event.kind)) {
      const violation = monitor.onEvent(event, this.#view)
      if (violation === undefined) continue
      this.broken = { kind: 'claim-broken', claimId: id, at: event.at, violation }
      return 'stop'
    }
    return 'continue'
  }

  #askedAbout(kind: EventKind): readonly Asked[] {
    let asked = this.#byKind.get(kind)
    if (asked === undefined) {
      asked = this.#monitors.filter(({ monitor: { kinds } }) => kinds?.includes(kind) ?? true)
      this.#byKind.set(kind, asked)
    }
    return asked
  }

  /** What is left to say when a run has ended in peace: claims about the run as a whole. */
  conclude(): SeedOutcome {
    let outcome: SeedOutcome = { kind: 'pass' }
    for (const { id: claimId, monitor } of this.#monitors) {
      const end = monitor.onEnd?.()
      if (end === undefined) continue
      if ('why' in end) {
        outcome = { kind: 'unknown', why: end.why }
        continue
      }
      const { at, ...violation } = end
      return { kind: 'claim-broken', claimId, at, violation }
    }
    return outcome
  }
}

export function outcomeOf(judge: Judge, end: RunEnd, budgets: Budgets): SeedOutcome {
  if (judge.broken !== undefined) return judge.broken
  const event = end.eventCount - 1
  const at = end.atMicros
  switch (end.reason) {
    case 'threw': {
      const { node, thrown } = present(end.thrown, 'a run that ended by a throw names it')
      return { kind: 'threw', node, ...thrown, at, event }
    }
    case 'budget': {
      const budget = present(end.budget, 'a run that ended by a budget names it')
      if (budget === 'events') {
        return { kind: 'unknown', why: `the run reached ${budgets.eventsMax} events` }
      }
      return { kind: 'over-budget', budget, limit: limitOf(budget, budgets), at, event }
    }
    default:
      return judge.conclude()
  }
}

function limitOf(budget: Exclude<BudgetName, 'events'>, budgets: Budgets): number {
  switch (budget) {
    case 'events per instant':
      return budgets.eventsPerInstantMax
    case 'effects per call':
      return budgets.effectsPerCallMax
    case 'bytes per call':
      return budgets.bytesPerCallMax
    case 'messages in flight':
      return budgets.messagesInFlightMax
    case 'bytes in flight':
      return budgets.bytesInFlightMax
    case 'bytes on disk':
      return budgets.diskBytesMax
    case 'timers':
      return budgets.timersMax
  }
}
