/**
 * The order of the writes as one session must believe it: a graph of ties, which must have
 * no cycle. The nodes are those of the register history; writes of one group, in the order
 * in which their session made them, are tied without being told.
 */
import type { Edge, Incoming } from '../causal/edges.ts'
import { joined } from '../causal/edges.ts'
import type { RegisterHistory } from '../causal/register-history.ts'

/** A write that a session must have seen, and the one that a later read returned instead. */
export interface Demand extends Edge {
  /**
   * The operation of the session through which it must have seen `from`: an earlier read,
   * or `from` itself when the session wrote it.
   */
  readonly by: number
}

/** Which writes of a session everyone must see in order. */
export type Grouping = 'all-keys' | 'each-key'

export interface Tangle {
  /** The nodes that cannot be put in order: those of cycles, and what comes after them. */
  readonly stuck: ReadonlySet<number>
  readonly incoming: Incoming
}

/** Looks for the part of a graph that has no order; undefined when there is an order. */
export type TangleFinder = (edges: readonly Edge[]) => Tangle | undefined

/** A finder for the sessions of one history, which share its working memory. */
export function tangleFinder(registers: RegisterHistory, grouping: Grouping): TangleFinder {
  const placeOf = new Int32Array(registers.size).fill(-1)
  return (edges) => {
    const nodes: number[] = []
    const enter = (node: number) => {
      if ((placeOf[node] as number) >= 0) return
      placeOf[node] = nodes.length
      nodes.push(node)
    }
    for (const { from, to } of edges) {
      enter(from)
      enter(to)
    }
    const all = [...edges]
    addSessionEdges(registers, { nodes, grouping, into: all })
    const waitsFor = stuckPlaces(nodes.length, all, placeOf)
    const stuck = new Set(nodes.filter((_, place) => waitsFor[place] !== 0))
    for (const node of nodes) placeOf[node] = -1
    return stuck.size === 0 ? undefined : { stuck, incoming: joined(() => [], all) }
  }
}

/** How many edges each place still waits for when nothing else can be put in order. */
function stuckPlaces(count: number, edges: readonly Edge[], placeOf: Int32Array): Int32Array {
  const waitsFor = new Int32Array(count)
  // Edges by where they begin, as linked lists.
  const first = new Int32Array(count).fill(-1)
  const next = new Int32Array(edges.length)
  const target = new Int32Array(edges.length)
  for (const [index, { from, to }] of edges.entries()) {
    const place = placeOf[to] as number
    target[index] = place
    waitsFor[place] = (waitsFor[place] as number) + 1
    next[index] = first[placeOf[from] as number] as number
    first[placeOf[from] as number] = index
  }
  const ready: number[] = []
  for (let place = 0; place < count; place++) if (waitsFor[place] === 0) ready.push(place)
  for (let place = ready.pop(); place !== undefined; place = ready.pop()) {
    for (let edge = first[place] as number; edge >= 0; edge = next[edge] as number) {
      const later = target[edge] as number
      const left = (waitsFor[later] as number) - 1
      waitsFor[later] = left
      if (left === 0) ready.push(later)
    }
  }
  return waitsFor
}

/** Adds the ties among `nodes` that follow from the order in which sessions wrote. */
function addSessionEdges(
  { process, key, keyCount, isWrite, isPending }: RegisterHistory,
  { nodes, grouping, into }: { nodes: readonly number[]; grouping: Grouping; into: Edge[] },
): void {
  const last = new Map<number, number>()
  for (const node of Int32Array.from(nodes).sort()) {
    if (isWrite[node] === 0) continue
    const session = process[node] as number
    const group = grouping === 'all-keys' ? session : session * keyCount + (key[node] as number)
    const before = last.get(group)
    if (before !== undefined) {
      into.push({ from: before, to: node, kind: 'process-order', because: -1 })
    }
    // Nobody knows when a pending write took effect: nothing comes after it for sure.
    if (isPending[node] === 0) last.set(group, node)
  }
}
