/** Finds, among intervals sorted by their start, those that meet a window: by binary search. */

export interface Interval {
  readonly from: number
  readonly to: number
}

export class IntervalIndex<T extends Interval> {
  readonly #items: readonly T[]
  /** The largest end among the items up to each index: it only grows. */
  readonly #reach: Float64Array

  /** @param items in the order of `from` */
  constructor(items: readonly T[]) {
    this.#items = items
    this.#reach = new Float64Array(items.length)
    let reach = Number.NEGATIVE_INFINITY
    for (const [index, { to }] of items.entries()) {
      reach = Math.max(reach, to)
      this.#reach[index] = reach
    }
  }

  /** All items that share at least a point with `from` to `to`, in order. */
  meeting(from: number, to: number): readonly T[] {
    const start = lowerBound(this.#reach, from)
    const found: T[] = []
    for (let index = start; index < this.#items.length; index++) {
      const item = this.#items[index] as T
      if (item.from > to) break
      if (item.to >= from) found.push(item)
    }
    return found
  }
}

/** Numbers in ascending order, by their index. */
export interface Ascending {
  readonly length: number
  readonly at: (index: number) => number | undefined
}

/** The first index whose value is at least `value`; the length when there is none. */
export function lowerBound(sorted: Ascending, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted.at(middle) as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
