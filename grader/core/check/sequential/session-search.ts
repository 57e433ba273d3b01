/**
 * Looks for one order of all operations that keeps the order of each process and in which a
 * model answers every operation as it was answered. The problem is NP-complete even for
 * registers (Gibbons and Korach, Testing shared memories, SIAM J. Comput. 1997), and it
 * cannot be split by key: orders that are legal for each key may contradict each other.
 *
 * Depth first over how far each session has come, never twice through one configuration.
 * As in the search for linearizability, what preserves the state wherever it is legal is
 * placed at once, and an operation of unknown outcome only right before one that needs it:
 * in a legal order with the fewest of them, each can be moved back until it meets one.
 */
import { present } from '../../assert.ts'
import { ConfigurationSet, scattered } from '../linearizability/configuration-set.ts'
import { ILLEGAL, type StateId, type StateSpace } from '../linearizability/state-space.ts'
import type { Sessions } from './sessions.ts'

/** One operation placed, and what it replaced. */
interface Frame {
  readonly index: number
  /** The session of a required operation, or -1. */
  readonly session: number
  readonly state: StateId
  readonly without: StateId
  readonly needed: number
  /** Where to go on in the list of candidates; -1 when there was no choice. */
  readonly cursor: number
}

/** The last placed operation was not an optional one. */
const FREE = -1
const HEAD = 2

export class SessionSearch {
  /** Operations tried in a state so far. */
  steps = 0

  readonly #sessions: Sessions
  readonly #space: StateSpace
  readonly #visited = new ConfigurationSet()
  /** How many required operations of each session are placed. */
  readonly #done: Int32Array
  readonly #states: Int32Array
  /** One bit for each optional operation. */
  readonly #taken: Int32Array
  readonly #words: Int32Array
  readonly #frames: Frame[] = []
  #left: number
  /** State, before the optional operation just placed, of the object `#needed`. */
  #without: StateId = FREE
  #needed = FREE
  #cursor = 0
  #arriving = true
  #leastLeft = Number.POSITIVE_INFINITY
  #furthest: readonly number[] = []
  #furthestDone: readonly number[] = []

  constructor(sessions: Sessions, space: StateSpace) {
    const { required, optional, objectsCount } = sessions
    this.#sessions = sessions
    this.#space = space
    this.#done = new Int32Array(required.length)
    this.#states = new Int32Array(objectsCount).fill(space.initial)
    this.#taken = new Int32Array((optional.length + 31) >> 5)
    this.#words = new Int32Array(HEAD + required.length + this.#taken.length + objectsCount)
    this.#left = required.reduce((sum, each) => sum + each.length, 0)
  }

  /** Goes on for about `stepsMax` steps: `found` an order, there is `none`, or `more` to do. */
  run(stepsMax: number): 'found' | 'none' | 'more' {
    const end = this.steps + stepsMax
    while (this.steps < end) {
      if (this.#arriving) {
        this.#settle()
        if (this.#left === 0) return 'found'
        this.#arriving = false
        this.#cursor = 0
        if (!this.#isNew() && !this.#goBack()) return 'none'
      }
      if (!this.#goOn() && !this.#goBack()) return 'none'
    }
    return 'more'
  }

  /** The numbers of the operations placed so far, in order. */
  order(): readonly number[] {
    return this.#frames.map(({ index }) => index)
  }

  /** The longest legal order met, and how far each session was at its end. */
  furthest(): { readonly order: readonly number[]; readonly done: readonly number[] } {
    return { order: this.#furthest, done: this.#furthestDone }
  }

  /** Places observations that are legal, until no session has one next. */
  #settle(): void {
    const { required, pure } = this.#sessions
    for (let moved = true; moved; ) {
      moved = false
      for (let session = 0; session < required.length; session++) {
        let index = this.#nextIndex(session)
        while (index >= 0 && pure[index] === 1 && this.#nextState(index) !== ILLEGAL) {
          this.#push({ index, session, next: this.#stateOf(index), cursor: -1 })
          this.#without = FREE
          this.#needed = FREE
          moved = true
          index = this.#nextIndex(session)
        }
      }
    }
  }

  /** Tries the candidates from the cursor on: the next of each session, then the optional ones. */
  #goOn(): boolean {
    const { required, optional, pure } = this.#sessions
    for (let at = this.#cursor; at < required.length; at++) {
      const index = this.#nextIndex(at)
      if (index >= 0 && pure[index] === 0 && this.#try(index, at, at + 1)) return true
    }
    const first = Math.max(0, this.#cursor - required.length)
    for (let at = first; at < optional.length; at++) {
      const { index, session, after } = present(optional[at], 'it is in the list')
      const isTaken = ((this.#taken[at >> 5] as number) & (1 << at)) !== 0
      if (isTaken || (this.#done[session] as number) < after) continue
      if (this.#nextState(index) === this.#stateOf(index)) continue
      if (this.#try(index, -1, required.length + at + 1)) return true
    }
    return false
  }

  #try(index: number, session: number, cursor: number): boolean {
    const object = this.#sessions.objects[index] as number
    const next = this.#nextState(index)
    if (next === ILLEGAL) return false
    if (this.#without !== FREE) {
      // What does not need the optional operation before it comes before that one.
      if (object !== this.#needed) return false
      const operationClass = this.#sessions.classes[index] as number
      if (this.#space.next(this.#without, operationClass) === next) return false
    }
    const before = this.#stateOf(index)
    this.#push({ index, session, next, cursor })
    const isOptional = session < 0
    this.#without = isOptional ? before : FREE
    this.#needed = isOptional ? object : FREE
    this.#arriving = true
    return true
  }

  #push(move: { index: number; session: number; next: StateId; cursor: number }): void {
    const { index, session, next, cursor } = move
    const [without, needed, state] = [this.#without, this.#needed, this.#stateOf(index)]
    this.#frames.push({ index, session, state, without, needed, cursor })
    this.#states[this.#sessions.objects[index] as number] = next
    if (session >= 0) {
      this.#done[session] = (this.#done[session] as number) + 1
      this.#left--
    } else this.#flip(cursor - 1 - this.#sessions.required.length)
  }

  /** Takes back the last choice; false when there is none left. */
  #goBack(): boolean {
    this.#noteFurthest()
    for (;;) {
      const frame = this.#frames.pop()
      if (frame === undefined) return false
      const { index, session, state, cursor } = frame
      this.#states[this.#sessions.objects[index] as number] = state
      if (session >= 0) {
        this.#done[session] = (this.#done[session] as number) - 1
        this.#left++
      } else this.#flip(cursor - 1 - this.#sessions.required.length)
      if (cursor < 0) continue
      this.#without = frame.without
      this.#needed = frame.needed
      this.#cursor = cursor
      return true
    }
  }

  #noteFurthest(): void {
    if (this.#left >= this.#leastLeft) return
    this.#leastLeft = this.#left
    this.#furthest = this.order()
    this.#furthestDone = [...this.#done]
  }

  #isNew(): boolean {
    const words = this.#words
    words[0] = this.#without
    words[1] = this.#needed
    words.set(this.#done, HEAD)
    words.set(this.#taken, HEAD + this.#done.length)
    words.set(this.#states, HEAD + this.#done.length + this.#taken.length)
    let hash = 0
    for (const word of words) hash = scattered(hash ^ word) + 0x9e3779b9
    return this.#visited.add(words, words.length, hash | 0)
  }

  /** The number of the next required operation of a session, or -1. */
  #nextIndex(session: number): number {
    return this.#sessions.required[session]?.[this.#done[session] as number] ?? -1
  }

  #stateOf(index: number): StateId {
    return this.#states[this.#sessions.objects[index] as number] as number
  }

  #nextState(index: number): StateId {
    this.steps++
    return this.#space.next(this.#stateOf(index), this.#sessions.classes[index] as number)
  }

  #flip(optional: number): void {
    this.#taken[optional >> 5] = (this.#taken[optional >> 5] as number) ^ (1 << optional)
  }
}
