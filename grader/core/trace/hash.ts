/**
 * A 64-bit running hash of text, equal on every engine: integer arithmetic only.
 *
 * It tells runs apart; it is not a cryptographic hash. Two lanes of MurmurHash3's
 * 32-bit mixing (Appleby, public domain description) over UTF-16 code units.
 */
export class TextHash {
  #high = 0x9e3779b9
  #low = 0x85ebca6b
  #length = 0

  /** Adds `text` to what was hashed so far. */
  add(text: string): void {
    let high = this.#high
    let low = this.#low
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      high = rotate(high ^ Math.imul(unit, 0xcc9e2d51), 15)
      high = (Math.imul(high, 5) + 0xe6546b64) | 0
      low = rotate(low ^ Math.imul(unit, 0x1b873593), 13)
      low = (Math.imul(low, 9) + 0x38495ab5) | 0
    }
    this.#high = high
    this.#low = low
    this.#length += text.length
  }

  /** Sixteen hexadecimal digits for all text added so far. */
  digest(): string {
    const high = finish(this.#high ^ this.#length)
    const low = finish(this.#low ^ Math.imul(high, 0x9e3779b1))
    return hex(high) + hex(low)
  }
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}

function finish(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
