/** No leader without a majority within reach. */
import type { Micros, NodeId } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { majorityOf, raftState } from './raft-view.ts'

/**
 * A node that could exchange messages with too few others ever since its term began cannot
 * have been elected in it. A candidate may keep votes of nodes that were cut off later.
 */
export const noLeaderInMinority: Claim = {
  id: 'no-leader-in-minority',
  sentence: 'A node that is cut off from the majority does not become leader.',
  source: 'Raft, section 5.2; a majority is of all nodes, reachable or not',
  ask: 'A majority of what: of those who answer, or of the whole cluster?',
  monitor({ nodes }) {
    const leading = new Set<NodeId>()
    /** By node: its term, and since when. */
    const terms = new Map<NodeId, { readonly term: number; readonly since: Micros }>()
    return {
      kinds: ['observe', 'crash'],
      onEvent(event, view) {
        if (event.kind === 'crash') leading.delete(event.node)
        if (event.kind !== 'observe') return undefined
        const state = raftState(view.node(event.node))
        if (state === undefined) return undefined
        const before = terms.get(event.node)
        const begun = before?.term === state.term ? before : { term: state.term, since: event.at }
        terms.set(event.node, begun)
        if (state.role !== 'leader') {
          leading.delete(event.node)
          return undefined
        }
        if (leading.has(event.node)) return undefined
        leading.add(event.node)
        const reached = reachable(event.node, view, begun.since)
        if (reached >= majorityOf(nodes)) return undefined
        return {
          event: event.id,
          message: `${event.node} became leader while it could reach ${reached} of ${nodes.length} nodes, itself included.`,
          related: [],
          nodes: [event.node],
        }
      },
    }
  },
}

/** How many nodes `id` could exchange messages with at some time since `since`, itself included. */
function reachable(id: NodeId, view: WorldView, since: Micros): number {
  const lost = new Set<NodeId>()
  for (const cut of view.cuts.values()) {
    if (cut.since > since) continue
    for (const { from, to } of cut.links) {
      if (from === id) lost.add(to)
      if (to === id) lost.add(from)
    }
  }
  return view.nodeIds.filter((other) => !lost.has(other)).length
}
