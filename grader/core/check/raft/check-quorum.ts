/** A leader that cannot hear a majority gives up (Ongaro's dissertation, section 6.2). */
import type { EventId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { isCutShort, majorityOf, raftState } from './raft-view.ts'

/** How long a node has led, and when it last heard from each of the others since. */
interface Reign {
  readonly term: number
  readonly at: Micros
  readonly event: EventId
  readonly heard: Map<NodeId, Micros>
}

/**
 * "A leader in Raft steps down if an election timeout elapses without a successful round of
 * heartbeats to a majority of its cluster" (dissertation, section 6.2): such a leader can commit
 * nothing, and clients that wait for it wait in vain. Any message counts as a sign of life.
 * Time starts anew after a pause, in which a node can do nothing at all.
 *
 * @param withinMicros several times the longest election timeout
 */
export function leaderHearsMajority(withinMicros: Micros): Claim {
  return {
    id: 'leader-hears-majority',
    sentence: 'A leader that no majority answers any more soon stops leading.',
    source: "Ongaro's dissertation, section 6.2",
    ask: 'How can a leader know that its heartbeats arrive?',
    monitor({ nodes }) {
      const reigns = new Map<NodeId, Reign>()
      const wanted = majorityOf(nodes)
      /** No leader is late before this: most events need no look at what was heard. */
      let nobodyLateUntil: Micros = withinMicros
      return {
        onEvent(event, view) {
          follow(reigns, event, view)
          if (event.at > nobodyLateUntil && !isCutShort(event)) {
            nobodyLateUntil = event.at + withinMicros
            for (const [leader, reign] of reigns) {
              const due = lastMajority(reign, wanted - 1) + withinMicros
              if (event.at <= due || view.node(leader).isPaused) {
                nobodyLateUntil = Math.min(nobodyLateUntil, due)
                continue
              }
              return {
                event: event.id,
                message:
                  `${leader} leads term ${reign.term}, and for ${seconds(event.at - due + withinMicros)} s ` +
                  `it has heard from fewer than ${wanted} of ${nodes.length} nodes, itself included.`,
                related: [reign.event],
                nodes: [leader],
              } satisfies Violation
            }
          }
          return undefined
        },
      }
    },
  }
}

/** When the leader last had word from so many others: from each of them then, or later. */
function lastMajority({ at, heard }: Reign, othersWanted: number): Micros {
  if (othersWanted === 0) return Number.POSITIVE_INFINITY
  const times = [...heard.values()].sort((a, b) => b - a)
  return times[othersWanted - 1] ?? at
}

function follow(reigns: Map<NodeId, Reign>, event: TraceEvent, view: WorldView): void {
  switch (event.kind) {
    case 'crash':
      reigns.delete(event.node)
      return
    case 'resume': {
      const reign = reigns.get(event.node)
      if (reign !== undefined) begin(reigns, event, reign.term)
      return
    }
    case 'observe': {
      const state = raftState(view.node(event.node))
      const term = state?.role === 'leader' ? state.term : undefined
      if (reigns.get(event.node)?.term === term) return
      if (term === undefined) reigns.delete(event.node)
      else begin(reigns, event, term)
      return
    }
    case 'receive':
      reigns.get(event.node)?.heard.set(event.from, event.at)
      return
    default:
  }
}

function begin(
  reigns: Map<NodeId, Reign>,
  event: TraceEvent & { readonly node: NodeId },
  term: number,
): void {
  reigns.set(event.node, { term, at: event.at, event: event.id, heard: new Map() })
}
