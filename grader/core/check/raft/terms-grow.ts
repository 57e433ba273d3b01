/** Terms never go back. */
import type { EventId, NodeId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { raftState } from './raft-view.ts'

/** Terms grow monotonically, crashes included: `currentTerm` is durable (Raft, Figure 2). */
export const termsGrow: Claim = {
  id: 'terms-grow',
  sentence: 'The term of a node never goes back, not even across a crash.',
  source: 'Raft, section 5.1 and Figure 2 (persistent state)',
  ask: 'What does the node know when it starts again, and where could it have learned its old term?',
  monitor() {
    const highest = new Map<NodeId, { readonly term: number; readonly event: EventId }>()
    /** Terms that a node made known: only those must survive a crash. */
    const announced = new Map<NodeId, { readonly term: number; readonly event: EventId }>()
    return {
      kinds: ['observe', 'crash', 'send'],
      onEvent(event, view) {
        if (event.kind === 'crash') {
          const known = announced.get(event.node)
          if (known === undefined) highest.delete(event.node)
          else highest.set(event.node, known)
          return undefined
        }
        if (event.kind === 'send') {
          const now = highest.get(event.node)
          if (now !== undefined) announced.set(event.node, now)
          return undefined
        }
        if (event.kind !== 'observe') return undefined
        const state = raftState(view.node(event.node))
        if (state === undefined) return undefined
        const before = highest.get(event.node)
        if (before === undefined || state.term > before.term) {
          highest.set(event.node, { term: state.term, event: event.id })
          return undefined
        }
        if (state.term === before.term) return undefined
        return {
          event: event.id,
          message: `${event.node} was in term ${before.term} and is now in term ${state.term}.`,
          related: [before.event],
          nodes: [event.node],
        }
      },
    }
  },
}
