/**
 * Which transaction must come before which, and why: the direct serialization graph of Adya
 * (ICDE 2000, section 3.2) with the orders of sessions and of real time beside it.
 *
 * "Each of these many comes before each of those many" would take a quadratic number of edges. A
 * relay stands between them instead: a node that is no transaction. An edge into a relay and the
 * one out of it are halves of one dependency, so both are of its kind.
 */

/** The second overwrote the first's value (write dependency). */
export const WW = 1
/** The second read the first's value (read dependency). */
export const WR = 2
/** The second overwrote what the first had read (anti-dependency). */
export const RW = 4
/** The second follows in the session of the first. */
export const PROCESS = 8
/** The first returned before the second was called. */
export const REALTIME = 16

/** What data alone shows. */
export const DATA = WW | WR | RW
/** What makes the second see the first, or be built upon it. */
export const SEEN = WW | WR
export const ORDER = PROCESS | REALTIME
export const ALL = DATA | ORDER

/** In place of a version: an edge that no version explains. */
export const NO_VERSION = -2

/** Edges sorted by where they begin: those of `node` are `first[node]` to `first[node + 1]`. */
export interface Graph {
  /** Transactions come first, then relays. */
  readonly transactionCount: number
  readonly nodeCount: number
  readonly first: Int32Array
  readonly to: Int32Array
  readonly kind: Uint8Array
  /** The version that the first wrote or read; INITIAL for none yet. */
  readonly left: Int32Array
  /** The version that the second wrote or read. */
  readonly right: Int32Array
}

export interface Edge {
  readonly from: number
  readonly to: number
  readonly kind: number
  readonly left: number
  readonly right: number
}

/** Numbers of an edge in a row: from, to, kind, left, right. */
const EDGE_LENGTH = 5
const EDGES_AT_FIRST = 64

/** Collects edges; an edge from a node to itself says nothing and is left out. */
export class GraphBuilder {
  readonly #transactionCount: number
  #nodeCount: number
  #edges = new Int32Array(EDGES_AT_FIRST * EDGE_LENGTH)
  #length = 0

  constructor(transactionCount: number) {
    this.#transactionCount = transactionCount
    this.#nodeCount = transactionCount
  }

  addRelay(): number {
    return this.#nodeCount++
  }

  addEdge({ from, to, kind, left, right }: Edge): void {
    if (from === to) return
    if (this.#length === this.#edges.length) {
      const larger = new Int32Array(2 * this.#length)
      larger.set(this.#edges)
      this.#edges = larger
    }
    const at = this.#length
    this.#edges[at] = from
    this.#edges[at + 1] = to
    this.#edges[at + 2] = kind
    this.#edges[at + 3] = left
    this.#edges[at + 4] = right
    this.#length = at + EDGE_LENGTH
  }

  build(): Graph {
    const edges = this.#edges
    const first = new Int32Array(this.#nodeCount + 1)
    for (let at = 0; at < this.#length; at += EDGE_LENGTH) {
      const next = (edges[at] as number) + 1
      first[next] = (first[next] as number) + 1
    }
    for (let node = 0; node < this.#nodeCount; node++) {
      first[node + 1] = (first[node + 1] as number) + (first[node] as number)
    }
    const size = this.#length / EDGE_LENGTH
    const next = first.slice()
    const graph = {
      transactionCount: this.#transactionCount,
      nodeCount: this.#nodeCount,
      first,
      to: new Int32Array(size),
      kind: new Uint8Array(size),
      left: new Int32Array(size),
      right: new Int32Array(size),
    }
    for (let at = 0; at < this.#length; at += EDGE_LENGTH) {
      const from = edges[at] as number
      const place = next[from] as number
      next[from] = place + 1
      graph.to[place] = edges[at + 1] as number
      graph.kind[place] = edges[at + 2] as number
      graph.left[place] = edges[at + 3] as number
      graph.right[place] = edges[at + 4] as number
    }
    return graph
  }
}

/** Every edge, in order of the nodes from which they lead. */
export function* edgesOf(graph: Graph): Generator<Edge> {
  for (let from = 0; from < graph.nodeCount; from++) {
    const end = graph.first[from + 1] as number
    for (let edge = graph.first[from] as number; edge < end; edge++) {
      yield edgeAt(graph, from, edge)
    }
  }
}

/** The edge in this place, which leads away from `from`. */
export function edgeAt(graph: Graph, from: number, place: number): Edge {
  return {
    from,
    to: graph.to[place] as number,
    kind: graph.kind[place] as number,
    left: graph.left[place] as number,
    right: graph.right[place] as number,
  }
}
