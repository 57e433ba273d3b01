/**
 * What could have influenced what: Lamport's happened-before (CACM 1978) over the events
 * of a trace. An event follows its cause (a receive follows its send), and what happened
 * before it at the same node or client; a loss at a cut follows the cut.
 */
import type { EventId, Trace } from '../trace/event.ts'
import { siteOf } from '../trace/kinds.ts'

const NONE = -1

export class Causality {
  readonly #count: number
  readonly #cause: Int32Array
  readonly #before: Int32Array
  readonly #cut: Int32Array

  constructor({ events }: Trace) {
    this.#count = events.length
    this.#cause = new Int32Array(events.length).fill(NONE)
    this.#before = new Int32Array(events.length).fill(NONE)
    this.#cut = new Int32Array(events.length).fill(NONE)
    const latestAt = new Map<string, EventId>()
    const cuts = new Map<number, EventId>()
    for (const event of events) {
      this.#cause[event.id] = event.cause
      const site = siteOf(event)
      if (site !== undefined) {
        this.#before[event.id] = latestAt.get(site) ?? NONE
        latestAt.set(site, event.id)
      }
      if (event.kind === 'cut') cuts.set(event.cut, event.id)
      if (event.kind === 'drop' || event.kind === 'heal') {
        this.#cut[event.id] = cuts.get(event.cut) ?? NONE
      }
    }
  }

  /** One byte an event: 1 for `event` itself and for all that may have influenced it. */
  past(event: EventId): Uint8Array {
    const isPast = new Uint8Array(this.#count)
    isPast[event] = 1
    for (let id = event; id >= 0; id--) {
      if (isPast[id] === 0) continue
      for (const earlier of [this.#cause[id], this.#before[id], this.#cut[id]]) {
        if (earlier !== undefined && earlier !== NONE) isPast[earlier] = 1
      }
    }
    return isPast
  }

  /** One byte an event: 1 for `event` itself and for all that it may have influenced. */
  future(event: EventId): Uint8Array {
    const isFuture = new Uint8Array(this.#count)
    isFuture[event] = 1
    for (let id = event + 1; id < this.#count; id++) {
      const follows = [this.#cause[id], this.#before[id], this.#cut[id]]
      if (follows.some((earlier) => earlier !== undefined && isFuture[earlier] === 1)) {
        isFuture[id] = 1
      }
    }
    return isFuture
  }
}
