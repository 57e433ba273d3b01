/**
 * A shortest cycle of one kind, breadth first. What kinds of edges may follow each other is
 * said by a small automaton, so that "exactly one anti-dependency" is a search like any other.
 */
import { type Edge, edgeAt, type Graph, RW } from './graph.ts'
import type { StepCounter } from './steps.ts'

/** Which edges may follow each other around a cycle; states count from 0, where it begins. */
export interface CycleShape {
  readonly stateCount: number
  /** The state after an edge of this kind, or -1 when it may not follow. */
  readonly step: (state: number, kind: number) => number
  /** Whether the cycle may close in this state. */
  readonly accepts: (state: number) => boolean
}

/** Any edges of these kinds. */
export function madeOf(mask: number): CycleShape {
  return {
    stateCount: 1,
    step: (_state, kind) => ((kind & mask) === 0 ? -1 : 0),
    accepts: () => true,
  }
}

/** It begins with an anti-dependency and has no other. */
export const ONE_ANTI_DEPENDENCY: CycleShape = {
  stateCount: 2,
  step: (state, kind) => ((kind === RW) === (state === 0) ? 1 : -1),
  accepts: (state) => state === 1,
}

/** No two anti-dependencies follow each other; state 1 + 2 * (first is one) + (last is one). */
export const NO_TWO_IN_A_ROW: CycleShape = {
  stateCount: 5,
  step: (state, kind) => {
    const isAnti = kind === RW ? 1 : 0
    if (state === 0) return 1 + 3 * isAnti
    const [first, last] = [(state - 1) >> 1, (state - 1) & 1]
    return last === 1 && isAnti === 1 ? -1 : 1 + 2 * first + isAnti
  },
  accepts: (state) => state !== 4,
}

/** Where to look for a cycle. */
interface Tangle {
  readonly starts: readonly number[]
  /** Whether a node may lie on the cycle. */
  readonly isWithin: (node: number) => boolean
}

interface SearchOptions {
  /** The kinds of edges to look at. */
  readonly mask: number
  readonly shape: CycleShape
  /** One step is one edge looked at. */
  readonly steps: StepCounter
}

/** Once there is a cycle, so many more starts may show a shorter one. */
const FURTHER_STARTS_MAX = 64

/** Breadth-first walks over pairs of a node and a state; the arrays serve all of them. */
export class CycleSearch {
  readonly #graph: Graph
  readonly #options: SearchOptions
  /** The walk that last reached each pair, from 1. */
  readonly #reachedIn: Int32Array
  readonly #parent: Int32Array
  readonly #edge: Int32Array
  #walk = 0

  constructor(graph: Graph, options: SearchOptions) {
    const size = graph.nodeCount * options.shape.stateCount
    this.#graph = graph
    this.#options = options
    this.#reachedIn = new Int32Array(size)
    this.#parent = new Int32Array(size)
    this.#edge = new Int32Array(size)
  }

  /** Its edges between transactions; undefined when there is none or the steps ran out. */
  shortestIn({ starts, isWithin }: Tangle): readonly Edge[] | undefined {
    let best: readonly Edge[] | undefined
    let further = 0
    for (const start of starts) {
      if (!this.#options.steps.mayGoOn) break
      if (best !== undefined && (best.length <= 2 || ++further > FURTHER_STARTS_MAX)) break
      const bound = best?.length ?? Number.POSITIVE_INFINITY
      best = this.#from(start, bound, isWithin) ?? best
    }
    return best
  }

  /** The shortest cycle through `start` that is shorter than `bound`. */
  #from(
    start: number,
    bound: number,
    isWithin: (node: number) => boolean,
  ): readonly Edge[] | undefined {
    const { shape, steps } = this.#options
    this.#walk++
    let level = [start * shape.stateCount]
    for (let length = 1; length < bound && level.length > 0; length++) {
      const next: number[] = []
      // Steps into a relay are half a dependency: they are walked in the same round.
      for (let at = 0; at < level.length; at++) {
        const pair = level[at] as number
        const closing = this.#expand(pair, start, { level, next, isWithin })
        if (closing >= 0) return this.#followed(start, pair, closing)
        if (!steps.mayGoOn) return undefined
      }
      level = next
    }
    return undefined
  }

  /** Reaches on from one pair; returns the edge that closes the cycle, or -1. */
  #expand(
    pair: number,
    start: number,
    {
      level,
      next,
      isWithin,
    }: {
      readonly level: number[]
      readonly next: number[]
      readonly isWithin: (node: number) => boolean
    },
  ): number {
    const { first, to, kind, transactionCount } = this.#graph
    const { shape, mask, steps } = this.#options
    const node = Math.floor(pair / shape.stateCount)
    const state = pair % shape.stateCount
    const end = first[node + 1] as number
    steps.spend(end - (first[node] as number) + 1)
    for (let edge = first[node] as number; edge < end; edge++) {
      const target = to[edge] as number
      const edgeKind = kind[edge] as number
      if ((edgeKind & mask) === 0 || !isWithin(target)) continue
      const after = node >= transactionCount ? state : shape.step(state, edgeKind)
      if (after < 0) continue
      if (target === start) {
        if (shape.accepts(after)) return edge
        continue
      }
      const reached = target * shape.stateCount + after
      if (this.#reachedIn[reached] === this.#walk) continue
      this.#reachedIn[reached] = this.#walk
      this.#parent[reached] = pair
      this.#edge[reached] = edge
      if (target >= transactionCount) level.push(reached)
      else next.push(reached)
    }
    return -1
  }

  #followed(start: number, last: number, closing: number): readonly Edge[] {
    const { stateCount } = this.#options.shape
    const halves: Edge[] = []
    let pair = last
    let place = closing
    while (true) {
      const node = Math.floor(pair / stateCount)
      halves.push(edgeAt(this.#graph, node, place))
      if (node === start) break
      place = this.#edge[pair] as number
      pair = this.#parent[pair] as number
    }
    return simple(joined(halves.reverse(), this.#graph.transactionCount))
  }
}

/** Makes one edge of each way through relays. */
function joined(halves: readonly Edge[], transactionCount: number): readonly Edge[] {
  const result: Edge[] = []
  let begun: Edge | undefined
  for (const half of halves) {
    begun ??= half
    if (half.to >= transactionCount) continue
    result.push({ ...half, from: begun.from, left: begun.left })
    begun = undefined
  }
  return result
}

/**
 * A walk may pass a node twice, in two states. It did not go on at once because the edge that it
 * took at last could not follow the first arrival: both are anti-dependencies. So the edges in
 * between begin and end with another kind, and are a cycle of the shape by themselves.
 */
function simple(walk: readonly Edge[]): readonly Edge[] {
  const placeOf = new Map<number, number>()
  for (const [place, { from }] of walk.entries()) {
    const before = placeOf.get(from)
    if (before !== undefined) return simple(walk.slice(before, place))
    placeOf.set(from, place)
  }
  return walk
}
