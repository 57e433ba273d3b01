/**
 * Which node can be reached from which, kept up to date while edges are added and taken back.
 * One row of bits for each node; the space is the square of their number.
 */
import { assert } from '../../assert.ts'

/** A place in the past to which `undo` goes back. */
export type Mark = number

export class Reachability {
  readonly #nodeCount: number
  readonly #words: number
  readonly #bits: Uint32Array
  /** Rows as they were before they were changed, the latest last. */
  readonly #trail: { readonly node: number; readonly row: Uint32Array }[] = []

  constructor(nodeCount: number) {
    this.#nodeCount = nodeCount
    this.#words = (nodeCount + 31) >>> 5
    this.#bits = new Uint32Array(nodeCount * this.#words)
  }

  /** True when a path of at least one edge leads from one to the other. */
  reaches(from: number, to: number): boolean {
    return (((this.#bits[from * this.#words + (to >>> 5)] as number) >>> (to & 31)) & 1) === 1
  }

  /**
   * Adds an edge that may not be taken back, while nothing leads to `from` yet.
   * @param to a node whose own edges are all there
   */
  prepend(from: number, to: number): void {
    this.#join(from, to)
  }

  /**
   * Adds an edge that closes no cycle.
   * @returns how many rows it changed
   */
  add(from: number, to: number): number {
    assert(from !== to && !this.reaches(to, from), 'an edge must not close a cycle')
    if (this.reaches(from, to)) return 0
    let changed = 0
    for (let node = 0; node < this.#nodeCount; node++) {
      if ((node !== from && !this.reaches(node, from)) || this.reaches(node, to)) continue
      this.#trail.push({ node, row: this.#row(node).slice() })
      this.#join(node, to)
      changed++
    }
    return changed
  }

  mark(): Mark {
    return this.#trail.length
  }

  /** Takes back what was added since the mark. */
  undo(mark: Mark): void {
    while (this.#trail.length > mark) {
      const last = this.#trail.pop()
      if (last !== undefined) this.#row(last.node).set(last.row)
    }
  }

  #row(node: number): Uint32Array {
    return this.#bits.subarray(node * this.#words, (node + 1) * this.#words)
  }

  /** All that `to` reaches, and `to` itself, can be reached from `from`. */
  #join(from: number, to: number): void {
    const [row, other] = [from * this.#words, to * this.#words]
    for (let word = 0; word < this.#words; word++) {
      this.#bits[row + word] =
        (this.#bits[row + word] as number) | (this.#bits[other + word] as number)
    }
    const word = row + (to >>> 5)
    this.#bits[word] = (this.#bits[word] as number) | (1 << (to & 31))
  }
}
