/**
 * Ties between nodes, and the shortest way to tell that one comes before another: used only
 * when something is wrong, to make its story short.
 */
import { present } from '../../assert.ts'
import type { RelationKind } from '../history-verdict.ts'
import { counts } from './links.ts'
import type { RegisterHistory } from './register-history.ts'

export interface Edge {
  readonly from: number
  readonly to: number
  readonly kind: RelationKind
  /** The read that shows it, for one write that must have overwritten another; else -1. */
  readonly because: number
}

/** The edges that end at a node. */
export type Incoming = (node: number) => readonly Edge[]

/** Session order and reads-from, as `observer` knows them. */
export function causalEdges(registers: RegisterHistory, observer: number): Incoming {
  const { previous, source } = registers
  return (to) => {
    const edges: Edge[] = []
    const before = previous[to] as number
    if (before >= 0) edges.push({ from: before, to, kind: 'process-order', because: -1 })
    if (counts(registers, to, observer)) {
      edges.push({ from: source[to] as number, to, kind: 'reads-from', because: -1 })
    }
    return edges
  }
}

/** Those of `incoming` and of `more`. */
export function joined(incoming: Incoming, more: readonly Edge[]): Incoming {
  const byTarget = new Map<number, Edge[]>()
  for (const edge of more) {
    const known = byTarget.get(edge.to)
    if (known === undefined) byTarget.set(edge.to, [edge])
    else known.push(edge)
  }
  return (node) => [...incoming(node), ...(byTarget.get(node) ?? [])]
}

/**
 * The edges from `from` to `to` that need the fewest words, or undefined when there is no way.
 * Steps inside a session cost nothing: "then" is all there is to say about them.
 */
export function pathBetween(from: number, to: number, incoming: Incoming): Edge[] | undefined {
  const via = new Map<number, Edge | undefined>([[to, undefined]])
  // Breadth first over the costly edges; the free ones are followed at once.
  let level = [to]
  while (level.length > 0) {
    const free = level
    const next: Edge[] = []
    while (free.length > 0) {
      const node = present(free.pop(), 'the loop ends when it is empty')
      if (node === from) return inSessions(followed(from, to, via))
      for (const edge of incoming(node)) {
        if (via.has(edge.from)) continue
        if (edge.kind === 'process-order') {
          via.set(edge.from, edge)
          free.push(edge.from)
        } else next.push(edge)
      }
    }
    level = []
    for (const edge of next) {
      if (via.has(edge.from)) continue
      via.set(edge.from, edge)
      level.push(edge.from)
    }
  }
  return undefined
}

function followed(from: number, to: number, via: ReadonlyMap<number, Edge | undefined>): Edge[] {
  const path: Edge[] = []
  let node = from
  while (node !== to) {
    const edge = present(via.get(node), 'each node that was reached has a way on to the end')
    path.push(edge)
    node = edge.to
  }
  return path
}

/** Joins steps inside one session to one step. */
export function inSessions(path: readonly Edge[]): Edge[] {
  const result: Edge[] = []
  for (const edge of path) {
    const last = result.at(-1)
    if (last?.kind === 'process-order' && edge.kind === 'process-order') {
      result[result.length - 1] = { ...last, to: edge.to }
    } else result.push(edge)
  }
  return result
}

/** How many edges of a cycle are tried as the one around which it may be shortest. */
const SHORTENINGS_MAX = 64

/**
 * A short cycle among nodes each of which has an edge from another of them.
 * @param stuck whether a node is one of them
 * @param start one of them
 */
export function cycleAmong(
  start: number,
  stuck: (node: number) => boolean,
  incoming: Incoming,
): Edge[] {
  const among: Incoming = (node) => incoming(node).filter(({ from }) => stuck(from))
  const walked: Edge[] = []
  const placeOf = new Map<number, number>()
  let node = start
  while (!placeOf.has(node)) {
    placeOf.set(node, walked.length)
    const edge = present(among(node)[0], 'every stuck node waits for another one')
    walked.push(edge)
    node = edge.from
  }
  const cycle = walked.slice(placeOf.get(node)).reverse()
  let best = inSessions(cycle)
  for (const edge of cycle
    .filter(({ kind }) => kind !== 'process-order')
    .slice(0, SHORTENINGS_MAX)) {
    const back = pathBetween(edge.to, edge.from, among)
    if (back !== undefined && back.length + 1 < best.length) best = [edge, ...back]
  }
  return best
}
