/**
 * What a story asks of a trace: who caused what, which call an effect belongs to, what was
 * sent in a message, and which faults stood in the way.
 */

import type { EventId, Json, MessageId, OperationId, Trace, TraceEvent } from '../trace/event.ts'
import { isCall } from '../trace/kinds.ts'

type Invocation = TraceEvent & { readonly kind: 'invoke' }

export class Scene {
  readonly trace: Trace
  /** JSON text of each message, copies included. */
  readonly #bodies = new Map<MessageId, string>()
  readonly #invocations = new Map<OperationId, Invocation>()

  constructor(trace: Trace) {
    this.trace = trace
    for (const event of trace.events) {
      if (event.kind === 'invoke') this.#invocations.set(event.operation, event)
      if (event.kind === 'send') this.#bodies.set(event.message, event.body)
      if (event.kind === 'duplicate') {
        this.#bodies.set(event.copy, this.#bodies.get(event.message) ?? 'null')
      }
    }
  }

  /** The event of this number, or undefined when the trace has none. */
  event(id: EventId): TraceEvent | undefined {
    return this.trace.events[id]
  }

  /** What a message says, whenever it was sent; null when the trace does not hold it. */
  content(message: MessageId): Json {
    return JSON.parse(this.#bodies.get(message) ?? 'null') as Json
  }

  /** How a client's operation began; undefined when the trace does not hold it. */
  invocation(operation: OperationId): Invocation | undefined {
    return this.#invocations.get(operation)
  }

  /** The handler call in which an event happened: itself, or the call that it names as cause. */
  callOf(event: TraceEvent): TraceEvent | undefined {
    let here: TraceEvent | undefined = event
    while (here !== undefined && !isCall(here)) here = this.event(here.cause)
    return here
  }

  /** What a handler call did, in order. */
  effectsOf(call: TraceEvent): readonly TraceEvent[] {
    const effects: TraceEvent[] = []
    for (let id = call.id + 1; id < this.trace.events.length; id++) {
      const event = this.event(id)
      if (event === undefined || (isCall(event) && event.id !== call.id)) break
      if (event.cause === call.id) effects.push(event)
    }
    return effects
  }

  /** The causes of an event, nearest first. */
  causesOf(event: TraceEvent): readonly TraceEvent[] {
    const causes: TraceEvent[] = []
    let here = this.event(event.cause)
    while (here !== undefined) {
      causes.push(here)
      here = here.cause < here.id ? this.event(here.cause) : undefined
    }
    return causes
  }

  /** Events from `from` up to and including `to` that match, newest first. */
  backwards(
    to: EventId,
    matches: (event: TraceEvent) => boolean,
    from: EventId = 0,
  ): readonly TraceEvent[] {
    const found: TraceEvent[] = []
    for (let id = Math.min(to, this.trace.events.length - 1); id >= from; id--) {
      const event = this.event(id)
      if (event !== undefined && matches(event)) found.push(event)
    }
    return found
  }
}
