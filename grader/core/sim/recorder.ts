/**
 * Numbers and dates events, hands each to the listener, and notices when a run
 * must end: the listener asked for it, or a budget is reached.
 */
import type { EndReason, EventDraft, EventId, Micros, TraceEvent } from '../trace/event.ts'
import type { Budgets } from './scenario.ts'

/** Called with each event as it happens; `stop` ends the run after it. */
export type EventListener = (event: TraceEvent) => 'continue' | 'stop'

/** A deterministic bound that a run reached, by name. */
export type BudgetName =
  | 'events'
  | 'events per instant'
  | 'effects per call'
  | 'bytes per call'
  | 'messages in flight'
  | 'bytes in flight'
  | 'bytes on disk'
  | 'timers'

export interface Ending {
  readonly reason: EndReason
  readonly detail: string
  readonly budget?: BudgetName
}

export class Recorder {
  now: Micros = 0
  ending: Ending | undefined
  readonly #budgets: Budgets
  readonly #listener: EventListener
  #count = 0
  #instant: Micros = 0
  #countAtInstant = 0

  constructor(budgets: Budgets, listener: EventListener) {
    this.#budgets = budgets
    this.#listener = listener
  }

  get eventCount(): number {
    return this.#count
  }

  /** Records an event at the present time and returns its id. */
  record(draft: EventDraft): EventId {
    const id = this.#count++
    const event = { id, at: this.now, ...draft } as TraceEvent
    if (this.#listener(event) === 'stop') {
      this.end({ reason: 'stopped', detail: 'a claim was broken' })
    }
    this.#countInstant()
    if (this.#count >= this.#budgets.eventsMax) this.overBudget('events')
    return id
  }

  /** Ends the run; the first reason given stays. */
  end(ending: Ending): void {
    this.ending ??= ending
  }

  overBudget(budget: BudgetName): void {
    this.end({ reason: 'budget', detail: budget, budget })
  }

  #countInstant(): void {
    if (this.now !== this.#instant) {
      this.#instant = this.now
      this.#countAtInstant = 0
    }
    this.#countAtInstant++
    if (this.#countAtInstant > this.#budgets.eventsPerInstantMax) {
      this.overBudget('events per instant')
    }
  }
}
