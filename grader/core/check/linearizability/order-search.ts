/**
 * Looks for a legal order of one partition: an order of its operations, each between its
 * call and its return, in which a model answers every one of them as it was answered.
 *
 * The search is Wing and Gong's (JPDC 1993) as Lowe made it feasible (Testing for
 * linearizability, CCPE 2017): depth first over the operations that may come next, never
 * twice through one configuration (what was placed, and the state it led to). On top of it:
 *
 * - Operations that preserve the state wherever they are legal are placed at once and for
 *   good. In any legal order that goes on from here they can be moved to the front.
 * - Optional operations, of which nobody knows whether they happened, are tried last, equal
 *   ones in order of their calls, and only where they make a difference. Take a legal order
 *   with the fewest of them: none leaves the state as it is, and what follows one would not
 *   be legal, or would lead to another state, without it. Nothing else has to be tried.
 * - A configuration is kept as a window: everything in front of it has been placed, nothing
 *   behind it. Memory then grows with the length of a history, not with its square.
 * - A model may look ahead and give up early.
 *
 * The search runs in slices, so that several partitions can take turns.
 */
import { present } from '../../assert.ts'
import type { LookAhead } from '../models/model.ts'
import { ConfigurationSet, scattered } from './configuration-set.ts'
import type { Partition } from './partition.ts'
import { Placement } from './placement.ts'
import { ILLEGAL, type StateId } from './state-space.ts'

export type SearchOutcome =
  /** The slice is used up. */
  | 'more'
  /** There is a legal order: `order()` returns it. */
  | 'found'
  /** There is none: `furthest()` says how far the best attempt came. */
  | 'none'

/** The attempt that came furthest in time. */
export interface Furthest {
  /** Numbers of the operations in the order in which they were placed. */
  readonly order: readonly number[]
  /** The operation that had to be placed next and could not be. */
  readonly blocked: number
}

/** No optional operation was placed last. */
const FREE = -1

export class OrderSearch {
  /** Operations tried in a state so far. */
  steps = 0

  readonly #partition: Partition
  readonly #placement: Placement
  readonly #lookAhead: LookAhead | undefined
  readonly #visited = new ConfigurationSet()
  #state: StateId
  /** The state before the last placed operation when that was optional, else `FREE`. */
  #without: StateId = FREE
  /** Where to go on among the operations that may come next. */
  #cursor = 0
  #arriving = true
  /** The operation that returns first among those not placed. */
  #blocked = 0
  /** The last return that was looked at when looking ahead ended an attempt. */
  #lookedUntil = -1
  #furthestRank = -1
  #furthestBlocked = 0
  readonly #furthestOrder: number[] = []

  constructor(partition: Partition, lookAhead: LookAhead | undefined) {
    this.#partition = partition
    this.#placement = new Placement(partition)
    this.#lookAhead = lookAhead
    this.#state = partition.space.initial
  }

  /** Goes on for about `stepsMax` steps. */
  run(stepsMax: number): SearchOutcome {
    const end = this.steps + stepsMax
    while (this.steps < end) {
      if (this.#arriving) {
        if (!this.#settle()) return 'found'
        this.#arriving = false
        this.#cursor = this.#placement.first()
        if (!this.#isWorthwhile() && !this.#goBack()) return 'none'
      }
      if (!this.#goOn() && !this.#goBack()) return 'none'
    }
    return 'more'
  }

  /** The numbers of the operations in legal order, once there is one. */
  order(): readonly number[] {
    return this.#placement.order(0)
  }

  /**
   * True when an attempt was ended because of something later than where the furthest one was
   * blocked: without that knowledge, one might have come further.
   */
  lookedTooFar(): boolean {
    return this.#lookedUntil > this.#furthestRank
  }

  furthest(): Furthest {
    return { order: this.#furthestOrder, blocked: this.#furthestBlocked }
  }

  /** Places what can be placed at once; false when no required operation is left. */
  #settle(): boolean {
    const { required, pure, classes, space } = this.#partition
    const placement = this.#placement
    let entry = placement.first()
    while (entry < required) {
      let isPlaced = false
      if (pure[entry] === 1) {
        this.steps++
        isPlaced = space.next(this.#state, classes[entry] as number) !== ILLEGAL
      }
      if (isPlaced) {
        const next = placement.placeForGood(entry, this.#state, this.#without)
        this.#without = FREE
        entry = next
      } else entry = placement.after(entry)
    }
    if (entry === 2 * required) return false
    this.#blocked = entry - required
    return true
  }

  /** False when this configuration was seen before or cannot lead anywhere. */
  #isWorthwhile(): boolean {
    if (this.#lookAhead !== undefined && !this.#hasOutlook(this.#lookAhead)) return false
    const { words, length, hash } = this.#placement.configuration(this.#state, this.#without)
    return this.#visited.add(words, length, hash ^ scattered(this.#state ^ (this.#without << 16)))
  }

  /** False when the model knows that the next observation cannot be explained any more. */
  #hasOutlook(lookAhead: LookAhead): boolean {
    const { operations, required, callRank, returnRank, space } = this.#partition
    const observer = this.#placement.nextObserver()
    const next = observer === undefined ? undefined : operations[observer]
    const state = space.state(this.#state)
    if (lookAhead.reaches(state, next)) return true
    if (observer === undefined || next === undefined || !lookAhead.reaches(state, undefined)) {
      this.#lookedUntil = Number.POSITIVE_INFINITY
      return false
    }
    const startsAnew = (index: number) =>
      lookAhead.startsAnew(present(operations[index], 'it is in the list'), next)
    const deadline = required + observer
    for (let at = this.#placement.first(); at !== deadline; at = this.#placement.after(at)) {
      if (at < required && startsAnew(at)) return true
    }
    for (let index = required; index < operations.length; index++) {
      if ((callRank[index] as number) > (returnRank[observer] as number)) break
      if (!this.#placement.has(index) && startsAnew(index)) return true
    }
    this.#lookedUntil = Math.max(this.#lookedUntil, returnRank[observer] as number)
    return false
  }

  /** Places the next operation that may come here; false when there is none. */
  #goOn(): boolean {
    const { required, pure, classes, space } = this.#partition
    let entry = this.#cursor
    while (entry < required) {
      if (
        pure[entry] === 0 &&
        this.#try(entry, space.next(this.#state, classes[entry] as number))
      ) {
        return true
      }
      entry = this.#placement.after(entry)
    }
    return this.#goOnWithOptional(Math.max(entry, 2 * required))
  }

  /** @param cursor `2 * required` and the number of optional operations already tried */
  #goOnWithOptional(cursor: number): boolean {
    const { operations, required, classes, twin, callRank, returnRank, space } = this.#partition
    const deadline = present(returnRank[this.#blocked], 'a blocked operation returns')
    for (let index = cursor - required; index < operations.length; index++) {
      if ((callRank[index] as number) > deadline) return false
      const before = twin[index] as number
      if (this.#placement.has(index) || (before >= 0 && !this.#placement.has(before))) continue
      const next = space.next(this.#state, classes[index] as number)
      if (next !== this.#state && this.#try(index, next)) return true
    }
    return false
  }

  #try(index: number, next: StateId): boolean {
    this.steps++
    if (next === ILLEGAL) return false
    const { required, classes, space } = this.#partition
    // Whatever does not need the optional operation before it was tried without it.
    if (this.#without !== FREE && space.next(this.#without, classes[index] as number) === next) {
      return false
    }
    this.#placement.place(index, this.#state, this.#without, this.#blocked)
    this.#without = index < required ? FREE : this.#state
    this.#state = next
    this.#arriving = true
    return true
  }

  /** Takes back the last choice; false when there is none left. */
  #goBack(): boolean {
    this.#noteFurthest()
    const undone = this.#placement.takeBack()
    if (undone === undefined) return false
    this.#state = undone.state
    this.#without = undone.without
    this.#blocked = undone.blocked
    this.#cursor = undone.cursor
    return true
  }

  #noteFurthest(): void {
    const rank = this.#partition.returnRank[this.#blocked] as number
    if (rank <= this.#furthestRank) return
    this.#furthestRank = rank
    this.#furthestBlocked = this.#blocked
    const kept = this.#placement.keptSinceMark()
    this.#furthestOrder.length = kept
    for (const index of this.#placement.order(kept)) this.#furthestOrder.push(index)
    this.#placement.mark()
  }
}
