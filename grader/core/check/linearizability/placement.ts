/**
 * What a search has placed so far: the order, the operations that are left, and how to take
 * the last ones back. The operations that are left hang in a doubly linked list of calls and
 * returns (Lowe 2017, section 3.3), from which a placed operation is lifted in no time.
 */
import { scattered } from './configuration-set.ts'
import type { Partition } from './partition.ts'
import type { StateId } from './state-space.ts'

/** Where a search was before it placed an operation, and where it goes on after it. */
export interface Undone {
  readonly state: StateId
  readonly without: StateId
  readonly blocked: number
  readonly cursor: number
}

/** A configuration as words; the array is used again for the next one. */
export interface Configuration {
  readonly words: Int32Array
  readonly length: number
  readonly hash: number
}

/** State, state without the optional operation before, and first word of the window. */
const HEAD = 3

export class Placement {
  readonly #required: number
  readonly #observers: Int32Array
  readonly #following: Int32Array
  readonly #preceding: Int32Array
  /** One bit for each required operation, then, from a new word on, for each optional one. */
  readonly #placed: Int32Array
  readonly #optionalWord: number
  #hash = 0
  /** All required operations below it are placed. */
  #low = 0
  /** One more than the highest required operation placed. */
  #top = 0
  /** Observers in front of it are placed. */
  #observer = 0
  readonly #observerRank: Int32Array

  #depth = 0
  /** The smallest depth since `mark`. */
  #kept = 0
  readonly #index: Int32Array
  readonly #state: Int32Array
  readonly #without: Int32Array
  /** The operation that blocked, or -1 for one placed for good. */
  readonly #blocked: Int32Array
  readonly #topBefore: Int32Array
  readonly #configuration: { words: Int32Array; length: number; hash: number }

  constructor({ operations, required, following, observers }: Partition) {
    const count = operations.length
    this.#required = required
    this.#observers = observers
    this.#observerRank = new Int32Array(required).fill(-1)
    for (const [rank, index] of observers.entries()) this.#observerRank[index] = rank
    this.#following = following.slice()
    this.#preceding = new Int32Array(following.length)
    for (const [entry, next] of following.entries()) this.#preceding[next] = entry
    this.#optionalWord = (required + 31) >> 5
    const wordsCount = this.#optionalWord + ((count - required + 31) >> 5)
    this.#placed = new Int32Array(wordsCount)
    this.#index = new Int32Array(count)
    this.#state = new Int32Array(count)
    this.#without = new Int32Array(count)
    this.#blocked = new Int32Array(count)
    this.#topBefore = new Int32Array(count)
    this.#configuration = { words: new Int32Array(HEAD + wordsCount), length: 0, hash: 0 }
  }

  /** The first call or return that is left; `2 * required` when none is. */
  first(): number {
    return this.#following[2 * this.#required] as number
  }

  /** The call or return that follows `entry` among those that are left. */
  after(entry: number): number {
    return this.#following[entry] as number
  }

  has(index: number): boolean {
    return ((this.#placed[this.#wordOf(index)] as number) & this.#bitOf(index)) !== 0
  }

  /** Places an operation as a choice that can be taken back. */
  place(index: number, state: StateId, without: StateId, blocked: number): void {
    this.#push(index, state, without, blocked)
    if (index < this.#required) this.#lift(index)
  }

  /**
   * Places a required operation that is taken back together with the choice before it.
   * @returns the entry that followed its call
   */
  placeForGood(index: number, state: StateId, without: StateId): number {
    const before = this.#preceding[index] as number
    this.#push(index, state, without, -1)
    this.#lift(index)
    return this.#following[before] as number
  }

  /** Takes back the last choice and all that was placed after it. */
  takeBack(): Undone | undefined {
    while (this.#depth > 0) {
      const depth = this.#depth - 1
      const index = this.#index[depth] as number
      this.#pop(depth, index)
      const blocked = this.#blocked[depth] as number
      if (blocked < 0) continue
      return {
        state: this.#state[depth] as number,
        without: this.#without[depth] as number,
        blocked,
        cursor: index < this.#required ? this.after(index) : this.#required + index + 1,
      }
    }
    return undefined
  }

  /** The operations in order, from the one at `depth` on. */
  order(depth: number): readonly number[] {
    return [...this.#index.subarray(depth, this.#depth)]
  }

  /** How many of the operations placed at `mark` were never taken back since. */
  keptSinceMark(): number {
    return this.#kept
  }

  mark(): void {
    this.#kept = this.#depth
  }

  /** The pure operation that returns first among those that are left. */
  nextObserver(): number | undefined {
    let next = this.#observers[this.#observer]
    while (next !== undefined && this.has(next)) next = this.#observers[++this.#observer]
    return next
  }

  /** Words and hash that are equal for equal sets of placed operations and equal states. */
  configuration(state: StateId, without: StateId): Configuration {
    const { words } = this.#configuration
    const first = this.#low >> 5
    words[0] = state
    words[1] = without
    words[2] = first
    let length = HEAD
    for (let word = first; word < (this.#top + 31) >> 5; word++) {
      words[length++] = this.#placed[word] as number
    }
    for (let word = this.#optionalWord; word < this.#placed.length; word++) {
      words[length++] = this.#placed[word] as number
    }
    this.#configuration.length = length
    this.#configuration.hash = this.#hash
    return this.#configuration
  }

  #push(index: number, state: StateId, without: StateId, blocked: number): void {
    const depth = this.#depth++
    this.#index[depth] = index
    this.#state[depth] = state
    this.#without[depth] = without
    this.#blocked[depth] = blocked
    this.#topBefore[depth] = this.#top
    this.#flip(index)
    if (index >= this.#required) return
    if (index >= this.#top) this.#top = index + 1
    while (this.#low < this.#top && this.has(this.#low)) this.#low++
  }

  #pop(depth: number, index: number): void {
    this.#depth = depth
    if (depth < this.#kept) this.#kept = depth
    this.#flip(index)
    this.#top = this.#topBefore[depth] as number
    if (index >= this.#required) return
    if (index < this.#low) this.#low = index
    const rank = this.#observerRank[index] as number
    if (rank >= 0 && rank < this.#observer) this.#observer = rank
    this.#unlift(index)
  }

  #flip(index: number): void {
    const word = this.#wordOf(index)
    this.#placed[word] = (this.#placed[word] as number) ^ this.#bitOf(index)
    this.#hash ^= scattered(index + 1)
  }

  #wordOf(index: number): number {
    const required = this.#required
    return index < required ? index >> 5 : this.#optionalWord + ((index - required) >> 5)
  }

  #bitOf(index: number): number {
    return 1 << (index < this.#required ? index : index - this.#required)
  }

  #lift(index: number): void {
    this.#unlink(index)
    this.#unlink(this.#required + index)
  }

  /** The reverse of `#lift`, in reverse order: each entry still knows its neighbours. */
  #unlift(index: number): void {
    this.#relink(this.#required + index)
    this.#relink(index)
  }

  #unlink(entry: number): void {
    const before = this.#preceding[entry] as number
    const next = this.#following[entry] as number
    this.#following[before] = next
    this.#preceding[next] = before
  }

  #relink(entry: number): void {
    this.#following[this.#preceding[entry] as number] = entry
    this.#preceding[this.#following[entry] as number] = entry
  }
}
