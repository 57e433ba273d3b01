/** Election Safety: at most one leader in a term. */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { raftState, sentMessage } from './raft-view.ts'

/**
 * Election Safety (Raft, Figure 3 and section 5.2). A node leads a term when it shows
 * so, or when it sends AppendEntries of that term: what a node says of itself is not
 * enough to hide a second leader.
 */
export const electionSafety: Claim = {
  id: 'election-safety',
  sentence: 'A term has at most one leader.',
  source: 'Raft, Figure 3 (Election Safety) and section 5.2',
  ask: 'Who voted for each of the two, and what should have kept a node from voting twice?',
  monitor() {
    const leaders = new Map<number, { readonly node: NodeId; readonly event: EventId }>()
    return {
      kinds: ['observe', 'send'],
      onEvent(event, view) {
        const lead = leadership(event, view)
        if (lead === undefined) return undefined
        const first = leaders.get(lead.term)
        if (first === undefined) {
          leaders.set(lead.term, { node: lead.node, event: event.id })
          return undefined
        }
        if (first.node === lead.node) return undefined
        return {
          event: event.id,
          message: `${first.node} and ${lead.node} both lead in term ${lead.term}.`,
          related: [first.event],
          nodes: [first.node, lead.node],
        } satisfies Violation
      },
    }
  },
}

function leadership(
  event: TraceEvent,
  view: WorldView,
): { readonly node: NodeId; readonly term: number } | undefined {
  if (event.kind === 'observe') {
    const state = raftState(view.node(event.node))
    return state?.role === 'leader' ? { node: event.node, term: state.term } : undefined
  }
  const message = sentMessage(event, view)
  if (message?.type !== 'AppendEntries') return undefined
  return { node: message.from, term: message.term }
}
