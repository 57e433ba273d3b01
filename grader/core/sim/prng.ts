/**
 * Seeded integer randomness. One generator per purpose, so that one more draw in
 * one place does not reshuffle the others.
 *
 * The generator is sfc32 (Doty-Humphrey, PractRand): 32-bit integers only, so that
 * every engine draws the same numbers.
 */
export class Prng {
  #a: number
  #b: number
  #c: number
  #counter = 1

  /**
   * @param seed whole number; equal seeds and labels draw equal numbers
   * @param label the purpose, such as `link n1 n2`
   */
  constructor(seed: number, label: string) {
    let state = mix(seed >>> 0, Math.floor(seed / 4294967296) >>> 0)
    for (let index = 0; index < label.length; index++) {
      state = mix(state, label.charCodeAt(index))
    }
    this.#a = state
    this.#b = mix(state, 0x243f6a88)
    this.#c = mix(this.#b, 0x85a308d3)
    for (let round = 0; round < 12; round++) this.next()
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    this.#c |= 0
    return sum >>> 0
  }

  /**
   * A whole number from `min` to `max`, both included, each equally likely.
   * @throws RangeError when the bounds are not whole, out of order or too far apart
   */
  between(min: number, max: number): number {
    const span = max - min + 1
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || span < 1 || span > 2 ** 32) {
      throw new RangeError(`between(${min}, ${max}) needs whole numbers, the smaller first`)
    }
    // Rejecting the uneven rest keeps every result equally likely.
    const limit = 2 ** 32 - (2 ** 32 % span)
    let draw = this.next()
    while (draw >= limit) draw = this.next()
    return min + (draw % span)
  }

  /** True with a chance of `permille` in a thousand. */
  chance(permille: number): boolean {
    return this.between(0, 999) < permille
  }

  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)] as T
  }

  /** `items` in random order, as a new array (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items]
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.between(0, index)
      const held = result[index] as T
      result[index] = result[other] as T
      result[other] = held
    }
    return result
  }
}

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ b ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f)
  return (h ^ (h >>> 16)) >>> 0
}
