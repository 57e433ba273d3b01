/**
 * Each transaction as two moments: its snapshot, where it reads, and its commit, where its
 * writes appear. A dependency leads from the commit of one to the snapshot of the other, an
 * anti-dependency from the snapshot of the reader to the commit of who overwrote. Moments can be
 * put in order exactly when no cycle lacks two anti-dependencies in a row, which is snapshot
 * isolation (Fekete et al., ACM TODS 2005; Cerone and Gotsman, PODC 2016, theorem 9).
 */
import { edgesOf, type Graph, GraphBuilder, NO_VERSION, RW, WW } from './graph.ts'

export interface SplitGraph {
  readonly graph: Graph
  /** The transaction or relay of which a node is a moment. */
  readonly ownerOf: (node: number) => number
}

/** The node of a transaction's snapshot. */
export function snapshotOf(transaction: number): number {
  return 2 * transaction
}

/** The node of a transaction's commit. */
export function commitOf(transaction: number): number {
  return 2 * transaction + 1
}

/** @param mask the kinds of edges that count */
export function splitGraph(graph: Graph, mask: number): SplitGraph {
  const { transactionCount } = graph
  const moments = 2 * transactionCount
  const builder = new GraphBuilder(moments)
  for (let node = transactionCount; node < graph.nodeCount; node++) builder.addRelay()
  for (let node = 0; node < transactionCount; node++) {
    builder.addEdge({
      from: snapshotOf(node),
      to: commitOf(node),
      kind: WW,
      left: NO_VERSION,
      right: NO_VERSION,
    })
  }
  const relay = (node: number) => moments + node - transactionCount
  for (const edge of edgesOf(graph)) {
    if ((edge.kind & mask) === 0) continue
    const isAnti = edge.kind === RW
    const moment = (node: number, atEnd: boolean) => {
      if (node >= transactionCount) return relay(node)
      return isAnti === atEnd ? commitOf(node) : snapshotOf(node)
    }
    const from = moment(edge.from, false)
    builder.addEdge({ ...edge, from, to: moment(edge.to, true) })
  }
  return {
    graph: builder.build(),
    ownerOf: (node) => (node < moments ? node >> 1 : node - moments + transactionCount),
  }
}
