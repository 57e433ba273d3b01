/**
 * A run by hand: the same simulator, but a person says what happens next among all that is
 * under way. Equal scenario, seed, code and steps give equal traces, so that a step is
 * taken back by playing all but the last once more.
 */
import type { Claim } from '../../check/claim.ts'
import { headerOf, Judge, outcomeOf } from '../../grade/run-seed.ts'
import type { SeedOutcome } from '../../grade/verdict.ts'
import type { NodeHost } from '../../sim/node-host.ts'
import type { Scenario } from '../../sim/scenario.ts'
import { Simulator } from '../../sim/simulator.ts'
import type { ClientId, Trace, TraceEvent, TraceHeader } from '../../trace/event.ts'
import { ClusterState } from '../cluster-state.ts'
import { type Choice, MessageNames, type Offer, offersOf } from './choice.ts'
import { HandAgenda } from './hand-agenda.ts'
import type { HandStep } from './hand-step.ts'

export interface ByHandOptions {
  readonly scenario: Scenario
  readonly seed: number
  readonly claims: readonly Claim[]
  readonly host: NodeHost
  /** Told of each event as it happens. */
  readonly onEvent?: (event: TraceEvent) => void
}

export class ByHand {
  readonly header: TraceHeader
  readonly #options: ByHandOptions
  readonly #agenda = new HandAgenda()
  readonly #simulator: Simulator
  readonly #state: ClusterState
  readonly #judge: Judge
  readonly #events: TraceEvent[] = []
  readonly #names = new MessageNames()
  readonly #begun = new Map<ClientId, number>()
  readonly #bodies = new Map<number, string>()
  readonly #attempts = new Map<number, number>()
  #outcome: SeedOutcome | undefined

  constructor(options: ByHandOptions) {
    const { scenario, seed, claims, host } = options
    this.#options = options
    this.header = headerOf(scenario, seed)
    this.#state = new ClusterState(this.header)
    this.#judge = new Judge(claims, this.header)
    this.#simulator = new Simulator({
      scenario,
      seed,
      host,
      agenda: this.#agenda,
      onEvent: (event) => this.#hear(event),
    })
    this.#simulator.begin()
  }

  get trace(): Trace {
    return { header: this.header, events: this.#events }
  }

  /** What broke first, or how the run ended; undefined while it goes on and nothing broke. */
  get outcome(): SeedOutcome | undefined {
    return this.#judge.broken ?? this.#outcome
  }

  get hasEnded(): boolean {
    return this.#outcome !== undefined
  }

  /** All that may happen next. */
  choices(): readonly Choice[] {
    return this.#offers().map(({ choice }) => choice)
  }

  /** False when the step cannot be taken: no such choice, or the run has ended. */
  take(step: HandStep): boolean {
    if (this.hasEnded) return false
    switch (step.kind) {
      case 'next': {
        const offer = this.#offers().find(({ choice }) => choice.name === step.choice)
        if (offer === undefined) return false
        this.#agenda.pick(offer.planned)
        this.#step()
        return true
      }
      case 'now':
        this.#agenda.inflict(step.fault)
        this.#step()
        return true
      case 'run-until':
        while (!this.hasEnded && this.#events.length <= step.event) this.#step()
        return true
      case 'run-on':
        while (!this.hasEnded) this.#step()
        return true
    }
  }

  #step(): void {
    this.#simulator.step()
    if (!this.#simulator.hasEnded) return
    const end = this.#simulator.finish()
    this.#outcome = outcomeOf(this.#judge, end, this.#options.scenario.budgets)
  }

  #offers(): readonly Offer[] {
    if (this.hasEnded) return []
    return offersOf(this.#agenda.planned, {
      scenario: this.#options.scenario,
      state: this.#state,
      names: this.#names,
      begun: this.#begun,
      bodies: this.#bodies,
      attempts: this.#attempts,
    })
  }

  #hear(event: TraceEvent): 'continue' {
    this.#events.push(event)
    this.#options.onEvent?.(event)
    this.#state.fold(event)
    this.#names.fold(event)
    if (event.kind === 'invoke') {
      this.#begun.set(event.client, (this.#begun.get(event.client) ?? 0) + 1)
      this.#bodies.set(event.operation, event.body)
    }
    if (event.kind === 'invoke' || event.kind === 'retry') {
      this.#attempts.set(event.operation, (this.#attempts.get(event.operation) ?? 0) + 1)
    }
    // A broken claim is told and does not end the run: the person may look further.
    this.#judge.look(event)
    return 'continue'
  }
}

export interface Played {
  readonly run: ByHand
  /** The first step that could not be taken; undefined when all could. */
  readonly stuckAt: number | undefined
}

/** Plays steps from the beginning; stops at the first that cannot be taken. */
export function playByHand(options: ByHandOptions, steps: readonly HandStep[]): Played {
  const run = new ByHand(options)
  const index = steps.findIndex((step) => !run.take(step))
  return { run, stuckAt: index < 0 ? undefined : index }
}
