/** A heap of nodes: the one with the smallest priority leaves first; ties go by number. */
import { present } from '../../assert.ts'

export class EarliestFirst {
  readonly #priorityOf: Float64Array
  readonly #heap: number[] = []

  constructor(priorityOf: Float64Array) {
    this.#priorityOf = priorityOf
  }

  push(node: number): void {
    const heap = this.#heap
    let place = heap.length
    heap.push(node)
    while (place > 0) {
      const above = (place - 1) >> 1
      const other = heap[above] as number
      if (!this.#isBefore(node, other)) break
      heap[place] = other
      place = above
    }
    heap[place] = node
  }

  pop(): number | undefined {
    const heap = this.#heap
    const top = heap[0]
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return top
    let place = 0
    while (true) {
      let below = 2 * place + 1
      if (below >= heap.length) break
      const right = heap[below + 1]
      if (right !== undefined && this.#isBefore(right, present(heap[below], 'it is in the heap'))) {
        below++
      }
      const other = present(heap[below], 'it is in the heap')
      if (!this.#isBefore(other, last)) break
      heap[place] = other
      place = below
    }
    heap[place] = last
    return top
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#priorityOf[one] as number, this.#priorityOf[other] as number]
    return a < b || (a === b && one < other)
  }
}
