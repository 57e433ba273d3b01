/**
 * Finds what kinds of cycles a graph of dependencies has, with a short one of each. Nodes that
 * lie on common cycles form a tangle; each tangle is named by the gravest kind in it, since a
 * level that forbids a milder kind forbids that one too.
 *
 * Cycles of data alone are looked for first. The order of sessions, and then of real time, only
 * names those that need it.
 */
import type { CycleClass } from './anomaly-kinds.ts'
import { type Components, componentsOf } from './components.ts'
import {
  ALL,
  DATA,
  type Edge,
  edgesOf,
  type Graph,
  GraphBuilder,
  ORDER,
  PROCESS,
  SEEN,
  WW,
} from './graph.ts'
import {
  CycleSearch,
  type CycleShape,
  madeOf,
  NO_TWO_IN_A_ROW,
  ONE_ANTI_DEPENDENCY,
} from './shortest-cycle.ts'
import { splitGraph } from './split-graph.ts'
import type { StepCounter } from './steps.ts'

export interface Cycle {
  readonly class: CycleClass
  readonly edges: readonly Edge[]
}

export interface Cycles {
  /** The shortest one found of each class, for data, for sessions and for real time. */
  readonly found: readonly Cycle[]
  /** False when the steps ran out before milder kinds were told from graver ones. */
  readonly isComplete: boolean
}

/** Kinds of edges, each round with one order more. */
const ROUNDS = [DATA, DATA | PROCESS, ALL]

/** Looks at `graph` with all its orders; one step is one edge looked at. */
export function findCycles(graph: Graph, steps: StepCounter): Cycles {
  const all = componentsOf(graph, ALL)
  if (all.count === graph.nodeCount) return { found: [], isComplete: true }
  const { part, nodeOf } = tangledPart(graph, all)
  const isNamed = new Uint8Array(part.nodeCount)
  const found: Cycle[] = []
  let isComplete = true
  for (const mask of ROUNDS) {
    const round = new Round(part, { mask, isNamed, steps })
    found.push(...round.find())
    isComplete &&= steps.mayGoOn
  }
  const original = (node: number) => nodeOf[node] as number
  return {
    found: found.map(({ class: name, edges }) => ({
      class: name,
      edges: edges.map((edge) => ({ ...edge, from: original(edge.from), to: original(edge.to) })),
    })),
    isComplete,
  }
}

/** The nodes that lie on cycles, and the edges between them; usually few. */
function tangledPart(graph: Graph, all: Components) {
  const isTangled = (node: number) => (all.sizes[all.of[node] as number] as number) > 1
  const nodeOf: number[] = []
  const place = new Int32Array(graph.nodeCount).fill(-1)
  let transactionCount = 0
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!isTangled(node)) continue
    place[node] = nodeOf.length
    nodeOf.push(node)
    if (node < graph.transactionCount) transactionCount++
  }
  const builder = new GraphBuilder(transactionCount)
  for (let node = transactionCount; node < nodeOf.length; node++) builder.addRelay()
  for (const edge of edgesOf(graph)) {
    const [from, to] = [place[edge.from] as number, place[edge.to] as number]
    if (from >= 0 && to >= 0) builder.addEdge({ ...edge, from, to })
  }
  return { part: builder.build(), nodeOf }
}

interface RoundOptions {
  readonly mask: number
  /** 1 for nodes of tangles that were named in this round or before. */
  readonly isNamed: Uint8Array
  readonly steps: StepCounter
}

/** In place of a part's number: the node is in none. */
const NO_PART = -1

/** One round: the classes in order, from the gravest. */
class Round {
  readonly #graph: Graph
  readonly #options: RoundOptions
  readonly #tangles: Components
  /** The nodes of each tangle of this round. */
  readonly #members: ReadonlyMap<number, readonly number[]>

  constructor(graph: Graph, options: RoundOptions) {
    this.#graph = graph
    this.#options = options
    this.#tangles = componentsOf(graph, options.mask)
    this.#members = grouped(this.#tangles.of)
    for (const members of this.#members.values()) {
      if (members.some((node) => options.isNamed[node] === 1)) this.#name(members)
    }
  }

  find(): readonly Cycle[] {
    const { mask } = this.#options
    const order = mask & ORDER
    const written = componentsOf(this.#graph, WW | order).of
    const seen = componentsOf(this.#graph, SEEN | order).of
    const forked = this.#forkedParts()
    const found = [
      this.#best('G0', written, madeOf(WW | order)),
      this.#best('G1c', seen, madeOf(SEEN | order)),
      this.#best('G-single', forked, ONE_ANTI_DEPENDENCY),
      this.#best('long-fork', forked, NO_TWO_IN_A_ROW),
      this.#best('G2-item', this.#tangles.of, madeOf(mask)),
    ]
    return found.filter((one) => one !== undefined)
  }

  /** The shortest cycle of a class in tangles that have no name yet; they are named by it. */
  #best(name: CycleClass, partOf: Int32Array, shape: CycleShape): Cycle | undefined {
    const { isNamed, steps, mask } = this.#options
    const search = new CycleSearch(this.#graph, { mask, shape, steps })
    const named: number[] = []
    let best: readonly Edge[] | undefined
    for (const [id, part] of grouped(partOf)) {
      const [any] = part
      if (any === undefined || part.length < 2 || isNamed[any] === 1) continue
      // Of all classes but this one, every part that is left has a cycle; none can be shorter.
      const isSure = name !== 'G-single'
      if (!isSure || best === undefined || best.length > 2) {
        const starts = part.filter((node) => node < this.#graph.transactionCount)
        const isWithin = (node: number) => partOf[node] === id
        const edges = search.shortestIn({ starts, isWithin })
        if (edges === undefined) continue
        if (best === undefined || edges.length < best.length) best = edges
      }
      named.push(any)
    }
    for (const node of named) {
      this.#name(this.#members.get(this.#tangles.of[node] as number) ?? [])
    }
    return best === undefined ? undefined : { class: name, edges: best }
  }

  /**
   * The tangle of each node that lies on a closed walk without two anti-dependencies in a row;
   * NO_PART for all others.
   */
  #forkedParts(): Int32Array {
    const { graph, ownerOf } = splitGraph(this.#graph, this.#options.mask)
    const moments = componentsOf(graph, ALL)
    const parts = new Int32Array(this.#graph.nodeCount).fill(NO_PART)
    for (let moment = 0; moment < graph.nodeCount; moment++) {
      if ((moments.sizes[moments.of[moment] as number] as number) < 2) continue
      const node = ownerOf(moment)
      parts[node] = this.#tangles.of[node] as number
    }
    return parts
  }

  #name(members: readonly number[]): void {
    for (const node of members) this.#options.isNamed[node] = 1
  }
}

/** The nodes of each part. */
function grouped(partOf: Int32Array): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const [node, part] of partOf.entries()) {
    if (part === NO_PART) continue
    const group = groups.get(part)
    if (group === undefined) groups.set(part, [node])
    else group.push(node)
  }
  return groups
}
