/**
 * What may have led to an event and what may follow from it. Made when it is first asked for:
 * the relation costs one pass over the trace, each question another over plain numbers.
 */
import { Causality, type EventId, type Trace } from '#core'
import type { Arrow } from './place-arrows.ts'
import type { Mark } from './place-groups.ts'

/** `apart`: neither could have influenced the other, whatever their times. */
export type Relation = 'past' | 'future' | 'apart'

export interface Cone {
  readonly event: EventId
  readonly ofMark: (mark: Mark) => Relation
  readonly ofArrow: (arrow: Arrow) => Relation
  readonly of: (event: EventId) => Relation
  /** How many events may have led to it, may follow from it, and are independent of it. */
  readonly counts: Readonly<Record<Relation, number>>
}

/** Questions are repeated while a pointer goes to and fro. */
const KEPT = 8

export class LightCones {
  readonly #trace: Trace
  readonly #kept = new Map<EventId, Cone>()
  #causality: Causality | undefined

  constructor(trace: Trace) {
    this.#trace = trace
  }

  /** Everything that this event is related to, itself among its past. */
  around(event: EventId): Cone {
    const kept = this.#kept.get(event)
    if (kept !== undefined) return kept
    this.#causality ??= new Causality(this.#trace)
    const cone = coneOf(this.#causality, event, this.#trace.events.length)
    this.#kept.set(event, cone)
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value ?? event)
    return cone
  }
}

function coneOf(causality: Causality, event: EventId, total: number): Cone {
  const past = causality.past(event)
  const future = causality.future(event)
  const of = (id: EventId): Relation =>
    past[id] === 1 ? 'past' : future[id] === 1 ? 'future' : 'apart'
  const [before, after] = [countOf(past) - 1, countOf(future) - 1]
  return {
    event,
    of,
    ofMark: (mark) => of(mark.event),
    ofArrow: ({ sentBy, endedBy }) => {
      if (past[endedBy ?? sentBy] === 1) return 'past'
      return future[sentBy] === 1 ? 'future' : 'apart'
    },
    counts: { past: before, future: after, apart: total - before - after - 1 },
  }
}

function countOf(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) count += byte
  return count
}
