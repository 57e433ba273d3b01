/**
 * What will happen, soonest first: a binary heap ordered by (time, sequence), so
 * that ties are broken by the order in which things were planned.
 */
export class Agenda<T> {
  readonly #times: number[] = []
  readonly #sequences: number[] = []
  readonly #items: T[] = []
  #sequence = 0

  get length(): number {
    return this.#items.length
  }

  /** The time of the soonest item, or undefined when nothing is planned. */
  get nextTime(): number | undefined {
    return this.#times[0]
  }

  /** Plans `item` for `time` (whole microseconds). */
  add(time: number, item: T): void {
    const sequence = this.#sequence++
    let index = this.#items.length
    this.#times.push(time)
    this.#sequences.push(sequence)
    this.#items.push(item)
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (this.#before(parent, index)) break
      this.#swap(parent, index)
      index = parent
    }
  }

  /** Takes out the soonest item, or returns undefined when nothing is planned. */
  take(): { readonly time: number; readonly item: T } | undefined {
    const time = this.#times[0]
    if (time === undefined) return undefined
    const item = this.#items[0] as T
    this.#swap(0, this.#items.length - 1)
    this.#times.pop()
    this.#sequences.pop()
    this.#items.pop()
    this.#sink()
    return { time, item }
  }

  #sink(): void {
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      if (left >= this.#items.length) return
      const right = left + 1
      const child = right < this.#items.length && this.#before(right, left) ? right : left
      if (this.#before(index, child)) return
      this.#swap(index, child)
      index = child
    }
  }

  #before(a: number, b: number): boolean {
    const timeA = this.#times[a] as number
    const timeB = this.#times[b] as number
    if (timeA !== timeB) return timeA < timeB
    return (this.#sequences[a] as number) < (this.#sequences[b] as number)
  }

  #swap(a: number, b: number): void {
    swap(this.#times, a, b)
    swap(this.#sequences, a, b)
    swap(this.#items, a, b)
  }
}

function swap<T>(items: T[], a: number, b: number): void {
  const held = items[a] as T
  items[a] = items[b] as T
  items[b] = held
}
