/**
 * Bytes with variable-length numbers and texts, for the compact form of a trace. A text
 * that came before is a number; a new one shares beginning and end with the last new one
 * of its kind, since messages of one kind differ in little.
 */

/** What the bytes end before, or do not mean. */
export class ByteStreamError extends Error {
  override readonly name = 'ByteStreamError'
}

export class ByteWriter {
  #bytes = new Uint8Array(1_024)
  #length = 0
  readonly #known = new Map<string, number>()
  readonly #latest = new Map<number, string>()

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, the lowest first. */
  count(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.#byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.#byte(rest)
  }

  /** A whole number of either sign, small ones in few bytes. */
  whole(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value)
  }

  /** @param kind texts of one kind are likely to look alike */
  text(text: string, kind: number): void {
    const known = this.#known.get(text)
    if (known !== undefined) return this.count(known + 1)
    this.count(0)
    this.#known.set(text, this.#known.size)
    const before = this.#latest.get(kind) ?? ''
    this.#latest.set(kind, text)
    const start = sharedStart(before, text)
    const end = sharedEnd(before, text, start)
    this.count(start)
    this.count(end)
    this.count(text.length - start - end)
    for (let index = start; index < text.length - end; index++) this.count(text.charCodeAt(index))
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = value
  }
}

/** Reads what a `ByteWriter` wrote; trusts nothing. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #position = 0
  readonly #known: string[] = []
  readonly #latest = new Map<number, string>()

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isDone(): boolean {
    return this.#position >= this.#bytes.length
  }

  /** All bytes that were not read. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#position)
  }

  count(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.#bytes[this.#position++]
      if (byte === undefined) throw new ByteStreamError('the bytes end in the middle of a number')
      value += (byte % 128) * scale
      if (!Number.isSafeInteger(value)) throw new ByteStreamError('a number is too large')
      if (byte < 128) return value
      scale *= 128
    }
  }

  whole(): number {
    const value = this.count()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  text(kind: number): string {
    const code = this.count()
    if (code > 0) {
      const known = this.#known[code - 1]
      if (known === undefined) throw new ByteStreamError('a text is named before it came')
      return known
    }
    const before = this.#latest.get(kind) ?? ''
    const start = this.count()
    const end = this.count()
    const length = this.count()
    if (start + end > before.length || length > this.#bytes.length - this.#position) {
      throw new ByteStreamError('a text is longer than what is there')
    }
    const middle: string[] = []
    for (let index = 0; index < length; index++) middle.push(this.#unit())
    const text = before.slice(0, start) + middle.join('') + before.slice(before.length - end)
    this.#known.push(text)
    this.#latest.set(kind, text)
    return text
  }

  #unit(): string {
    const unit = this.count()
    if (unit > 0xffff) throw new ByteStreamError('a text has a unit that is too large')
    return String.fromCharCode(unit)
  }
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let index = 0
  while (index < most && a.charCodeAt(index) === b.charCodeAt(index)) index++
  return index
}

/** Units shared at the end, without those already counted at the start. */
function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && lastUnit(a, count) === lastUnit(b, count)) count++
  return count
}

function lastUnit(text: string, fromEnd: number): number {
  return text.charCodeAt(text.length - 1 - fromEnd)
}
