/**
 * The configurations that a search has been in. Each is a short row of 32-bit words,
 * compared word by word: a hash alone could take two for one and so miss a legal order.
 * All rows lie in one array, which costs a fraction of what objects would.
 */

/** In front of each row: its hash and its length. */
const HEAD = 2

export class ConfigurationSet {
  #rows = new Int32Array(256)
  #rowsEnd = 0
  /** Where the row of a slot begins, plus one; zero when the slot is free. */
  #slots = new Int32Array(64)
  #mask = 63
  #count = 0

  /**
   * Adds the first `length` of `words`; false when they were there before.
   * @param hash equal for equal words
   */
  add(words: Int32Array, length: number, hash: number): boolean {
    let slot = scattered(hash) & this.#mask
    for (;;) {
      const row = this.#slots[slot] as number
      if (row === 0) break
      if (this.#equals(row - 1, words, length, hash)) return false
      slot = (slot + 1) & this.#mask
    }
    this.#slots[slot] = this.#append(words, length, hash) + 1
    if (++this.#count * 2 > this.#mask) this.#grow()
    return true
  }

  #equals(row: number, words: Int32Array, length: number, hash: number): boolean {
    const rows = this.#rows
    if (rows[row] !== hash || rows[row + 1] !== length) return false
    for (let index = 0; index < length; index++) {
      if (rows[row + HEAD + index] !== words[index]) return false
    }
    return true
  }

  #append(words: Int32Array, length: number, hash: number): number {
    const row = this.#rowsEnd
    this.#rowsEnd += HEAD + length
    if (this.#rowsEnd > this.#rows.length) {
      const larger = new Int32Array(Math.max(this.#rows.length * 2, this.#rowsEnd))
      larger.set(this.#rows)
      this.#rows = larger
    }
    this.#rows[row] = hash
    this.#rows[row + 1] = length
    for (let index = 0; index < length; index++) {
      this.#rows[row + HEAD + index] = words[index] as number
    }
    return row
  }

  #grow(): void {
    const old = this.#slots
    this.#mask = this.#mask * 2 + 1
    this.#slots = new Int32Array(this.#mask + 1)
    for (const row of old) {
      if (row === 0) continue
      let slot = scattered(this.#rows[row - 1] as number) & this.#mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask
      this.#slots[slot] = row
    }
  }
}

/** A number that stands for `index` in hashes: far apart for indexes that are close. */
export function scattered(index: number): number {
  let hash = Math.imul(index ^ (index >>> 16), 0x21f0aaad)
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97)
  return hash ^ (hash >>> 15)
}
