/** Tells when a handler call is over: only then do a node's fields fit what it has applied. */
import type { CallEvent, EventId, TraceEvent } from '../../trace/event.ts'
import { isCall, isEffect } from '../../trace/kinds.ts'

/** A call that ran to its end. */
export interface EndedCall {
  readonly call: CallEvent
  /** Where it showed something new, or else where it applied something last; undefined for neither. */
  readonly changedAt: EventId | undefined
}

/** Follows the calls of one run. Calls of different nodes never overlap. */
export class CallWatch {
  #call: CallEvent | undefined
  #shownAt: EventId | undefined
  #appliedAt: EventId | undefined

  /**
   * The call that had ended when this event happened, if one had. A call that a crash cut short
   * is not reported: nobody can ask of it what it was about to do.
   */
  look(event: TraceEvent): EndedCall | undefined {
    if (event.kind === 'observe') this.#shownAt ??= event.id
    if (event.kind === 'apply') this.#appliedAt = event.id
    if (isEffect(event) || event.kind === 'drop' || event.kind === 'duplicate') return undefined
    const call = this.#call
    const changedAt = this.#shownAt ?? this.#appliedAt
    this.#call = isCall(event) ? event : undefined
    this.#shownAt = undefined
    this.#appliedAt = undefined
    if (call === undefined || event.kind === 'threw') return undefined
    if (event.kind === 'crash' && event.node === call.node) return undefined
    return { call, changedAt }
  }
}
