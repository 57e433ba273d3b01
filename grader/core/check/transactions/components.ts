/**
 * Strongly connected components: nodes lie on a common cycle exactly when they share one
 * (Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Computing 1972). The stack
 * is an array, because a chain of transactions may be a hundred thousand long.
 */
import type { Graph } from './graph.ts'

export interface Components {
  /** The component of each node. Edges between components lead from higher ones to lower ones. */
  readonly of: Int32Array
  readonly count: number
  /** How many nodes are in each; one alone is on no cycle. */
  readonly sizes: Int32Array
}

/** @param mask the kinds of edges that count */
export function componentsOf({ nodeCount, first, to, kind }: Graph, mask: number): Components {
  const of = new Int32Array(nodeCount).fill(-1)
  const index = new Int32Array(nodeCount).fill(-1)
  const low = new Int32Array(nodeCount)
  const open = new Int32Array(nodeCount)
  const path = new Int32Array(nodeCount)
  const nextEdge = new Int32Array(nodeCount)
  const sizes = new Int32Array(nodeCount)
  let [openCount, visited, count] = [0, 0, 0]
  for (let root = 0; root < nodeCount; root++) {
    if ((index[root] as number) >= 0) continue
    let depth = 0
    path[0] = root
    while (depth >= 0) {
      const node = path[depth] as number
      if ((index[node] as number) < 0) {
        index[node] = visited
        low[node] = visited++
        open[openCount++] = node
        nextEdge[node] = first[node] as number
      }
      const edge = nextEdge[node] as number
      if (edge < (first[node + 1] as number)) {
        nextEdge[node] = edge + 1
        const target = to[edge] as number
        if (((kind[edge] as number) & mask) === 0) continue
        if ((index[target] as number) < 0) path[++depth] = target
        else if ((of[target] as number) < 0) {
          low[node] = Math.min(low[node] as number, index[target] as number)
        }
        continue
      }
      if (low[node] === index[node]) {
        let member: number
        do {
          member = open[--openCount] as number
          of[member] = count
          sizes[count] = (sizes[count] as number) + 1
        } while (member !== node)
        count++
      }
      depth--
      if (depth >= 0) {
        const above = path[depth] as number
        low[above] = Math.min(low[above] as number, low[node] as number)
      }
    }
  }
  return { of, count, sizes }
}

/** True when no cycle is made of edges of these kinds alone. */
export function isAcyclic(graph: Graph, mask: number): boolean {
  return componentsOf(graph, mask).count === graph.nodeCount
}
