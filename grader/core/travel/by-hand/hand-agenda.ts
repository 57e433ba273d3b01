/**
 * An agenda that a person reads and picks from. What is picked before its time makes the
 * clock jump there; what is picked late happens late. Time never goes back.
 */
import { present } from '../../assert.ts'
import { Agenda } from '../../sim/agenda.ts'
import type { Happening } from '../../sim/happening.ts'
import type { Fault } from '../../sim/nemesis.ts'
import type { Micros } from '../../trace/event.ts'

export interface Planned {
  readonly due: Micros
  readonly item: Happening
}

export class HandAgenda extends Agenda<Happening> {
  /** In the order in which they were planned, which breaks ties. */
  readonly #planned: Planned[] = []
  #now: Micros = 0
  #picked: Planned | undefined

  override get length(): number {
    return this.#planned.length
  }

  override get nextTime(): Micros | undefined {
    return this.#soonest()?.due
  }

  /** Everything that is planned, oldest plan first. */
  get planned(): readonly Planned[] {
    return this.#planned
  }

  override add(due: Micros, item: Happening): void {
    this.#planned.push({ due, item })
  }

  /** The next `take` gives this one, which must be planned. */
  pick(planned: Planned): void {
    this.#picked = planned
  }

  /** The next `take` gives this fault, at the present time. */
  inflict(fault: Fault): void {
    this.#picked = { due: this.#now, item: { kind: 'fault', step: -1, fault } }
  }

  /** What was picked, or else what is due soonest. */
  override take(): { readonly time: Micros; readonly item: Happening } | undefined {
    const next = this.#picked ?? this.#soonest()
    this.#picked = undefined
    if (next === undefined) return undefined
    const index = this.#planned.indexOf(next)
    if (index >= 0) this.#planned.splice(index, 1)
    this.#now = Math.max(this.#now, next.due)
    return { time: this.#now, item: next.item }
  }

  #soonest(): Planned | undefined {
    if (this.#planned.length === 0) return undefined
    let soonest = present(this.#planned[0], 'something is planned')
    for (const one of this.#planned) if (one.due < soonest.due) soonest = one
    return soonest
  }
}
