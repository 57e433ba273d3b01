/**
 * What an isolation level asks of the unknown orders, as a puzzle on a graph: edges that must
 * never close a cycle, and for each two writes of a key, whose order nobody saw, a choice
 * between two sets of such edges (Papadimitriou's polygraphs, JACM 1979; for snapshot
 * isolation as in Huang et al., "PolySI", VLDB 2023, here with moments instead of composed
 * edges; for parallel snapshot isolation by theorem 21 of Cerone and Gotsman, PODC 2016).
 */
import { type Dependencies, looseWriters, readersAt } from './dependencies.ts'
import { DATA, edgesOf, type Graph, RW, SEEN } from './graph.ts'
import { commitOf, snapshotOf, splitGraph } from './split-graph.ts'

/**
 * What must not be cyclic. `serial`: all dependencies. `snapshot`: those between snapshots and
 * commits. `parallel`: those of sight, and none may lead back to who read before.
 */
export type Discipline = 'serial' | 'snapshot' | 'parallel'

/** Two versions of a key by different transactions; `before` is the older one. */
export interface WriteOrder {
  readonly before: number
  readonly after: number
}

/** From one node to another. */
export type Arc = readonly [from: number, to: number]

export interface Demands {
  readonly edges: readonly Arc[]
  /** Pairs of which the first must not reach the second. */
  readonly barred: readonly Arc[]
}

export interface Choice {
  readonly orders: readonly [WriteOrder, WriteOrder]
}

export interface Constraints {
  readonly graph: Graph
  /** The kinds of its edges that count. */
  readonly mask: number
  readonly barred: readonly Arc[]
  readonly choices: readonly Choice[]
  /** What an order of two writes demands. */
  readonly demandsOf: (order: WriteOrder) => Demands
}

/** @param mask for `serial`, the kinds of edges that count */
export function constraintsOf(
  dependencies: Dependencies,
  discipline: Discipline,
  mask: number,
): Constraints {
  const base = dependencies.graph
  const choices = choicesOf(dependencies)
  const demandsOf = (order: WriteOrder) => demands(dependencies, order, discipline)
  if (discipline === 'serial') return { graph: base, mask, barred: [], choices, demandsOf }
  if (discipline === 'snapshot') {
    const { graph } = splitGraph(base, DATA)
    return { graph, mask: DATA, barred: [], choices, demandsOf }
  }
  return { graph: base, mask: SEEN, barred: antiDependencies(base), choices, demandsOf }
}

/** How many choices there are, without making them. */
export function choiceCount({ history, orders }: Dependencies): number {
  let count = 0
  for (const order of orders) {
    const writers = looseWriters(history, order).size
    count += (writers * (writers - 1)) / 2
  }
  return count
}

/** Who wrote a version. */
export function writerAt({ history }: Pick<Dependencies, 'history'>, version: number): number {
  return history.versions[version]?.writer ?? -1
}

/** Who must come before the writer of `after`, having read `before`. */
export function readersBetween(
  dependencies: Dependencies,
  { before, after }: WriteOrder,
): readonly number[] {
  const key = dependencies.history.versions[before]?.key ?? -1
  const overwriter = writerAt(dependencies, after)
  return readersAt(dependencies, key, before).filter((reader) => reader !== overwriter)
}

/** In each choice the order comes first in which the transactions returned. */
function choicesOf({ history, orders }: Dependencies): readonly Choice[] {
  const end = (version: number) => {
    const operation = history.transactions[history.versions[version]?.writer ?? -1]?.operation
    return operation?.return ?? operation?.call ?? 0
  }
  return orders.flatMap((order) => {
    const versions = [...looseWriters(history, order).values()].sort((a, b) => end(a) - end(b))
    return versions.flatMap((before, place) =>
      versions.slice(place + 1).map(
        (after): Choice => ({
          orders: [
            { before, after },
            { before: after, after: before },
          ],
        }),
      ),
    )
  })
}

function demands(dependencies: Dependencies, order: WriteOrder, discipline: Discipline): Demands {
  const [from, to] = [writerAt(dependencies, order.before), writerAt(dependencies, order.after)]
  const readers = readersBetween(dependencies, order)
  if (discipline === 'parallel') {
    return { edges: [[from, to]], barred: readers.map((reader): Arc => [to, reader]) }
  }
  if (discipline === 'serial') {
    return { edges: [[from, to], ...readers.map((reader): Arc => [reader, to])], barred: [] }
  }
  const edges = readers.map((reader): Arc => [snapshotOf(reader), commitOf(to)])
  return { edges: [[commitOf(from), snapshotOf(to)], ...edges], barred: [] }
}

/** Each anti-dependency the other way round: who overwrote must not lead to who read. */
function antiDependencies(graph: Graph): readonly Arc[] {
  const result: Arc[] = []
  const intoRelay = new Map<number, number[]>()
  for (const { from, to, kind } of edgesOf(graph)) {
    if (kind !== RW || to < graph.transactionCount) continue
    const known = intoRelay.get(to)
    if (known === undefined) intoRelay.set(to, [from])
    else known.push(from)
  }
  for (const { from, to, kind } of edgesOf(graph)) {
    if (kind !== RW || to >= graph.transactionCount) continue
    const readers = from < graph.transactionCount ? [from] : (intoRelay.get(from) ?? [])
    for (const reader of readers) result.push([to, reader])
  }
  return result
}
