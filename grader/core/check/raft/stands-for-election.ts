/** Every node that nobody leads stands for election, for ever: no timer may get lost. */
import { assert } from '../../assert.ts'
import type { EventId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Monitor } from '../claim.ts'
import {
  isCutShort,
  isFromLeader,
  type RaftState,
  raftState,
  receivedMessage,
  sentMessage,
} from './raft-view.ts'

/**
 * "If election timeout elapses without receiving AppendEntries RPC from current leader or
 * granting vote to candidate: convert to candidate" (Raft, Figure 2, Followers); "if election
 * timeout elapses: start new election" (Candidates). To ask for pre-votes counts as standing.
 *
 * Time starts anew also when the term changes, because some correct servers, etcd among them,
 * restart their timer then; and when the nemesis touched the node or its clock.
 *
 * @param withinMicros several times the longest election timeout
 */
export function standsForElection(withinMicros: Micros): Claim {
  assert(withinMicros > 0, 'a node needs time to stand')
  return {
    id: 'stands-for-election',
    sentence: 'A node that hears from no leader and gives no vote stands for election.',
    source: 'Raft, section 5.2 and Figure 2 (Rules for Servers, Followers and Candidates)',
    ask: 'Which timer should wake this node next, and which handler was the last to set it?',
    monitor: () => quietMonitor(withinMicros),
  }
}

interface Quiet {
  readonly at: Micros
  readonly event: EventId
}

function quietMonitor(withinMicros: Micros): Monitor {
  const quiet = new Map<NodeId, Quiet>()
  const states = new Map<NodeId, RaftState | undefined>()
  /** No node is late before this: most events need no look at all of them. */
  let nobodyLateUntil: Micros = withinMicros
  return {
    onEvent(event, view) {
      if (event.at > nobodyLateUntil && !isCutShort(event)) {
        nobodyLateUntil = Number.POSITIVE_INFINITY
        for (const [node, since] of quiet) {
          if (states.get(node)?.role === 'leader') continue
          if (event.at > since.at + withinMicros) {
            return {
              event: event.id,
              message:
                `For ${seconds(event.at - since.at)} s ${node} has heard from no leader of its term and ` +
                `given no vote, and it did not stand for election.`,
              related: [since.event],
              nodes: [node],
            }
          }
          nobodyLateUntil = Math.min(nobodyLateUntil, since.at + withinMicros)
        }
      }
      const node = stirred(event, view, states)
      if (node === undefined) return undefined
      if (view.node(node).isUp && !view.node(node).isPaused) {
        quiet.set(node, { at: event.at, event: event.id })
        nobodyLateUntil = Math.min(nobodyLateUntil, event.at + withinMicros)
      } else quiet.delete(node)
      return undefined
    },
  }
}

/** The node for which this event starts the wait for an election anew, or ends it. */
function stirred(
  event: TraceEvent,
  view: WorldView,
  states: Map<NodeId, RaftState | undefined>,
): NodeId | undefined {
  switch (event.kind) {
    case 'boot':
    case 'crash':
    case 'pause':
    case 'resume':
    case 'skew':
      return event.node
    case 'observe': {
      const before = states.get(event.node)
      const after = raftState(view.node(event.node))
      states.set(event.node, after)
      const isOther = before?.term !== after?.term || before?.role !== after?.role
      return isOther ? event.node : undefined
    }
    case 'receive': {
      const message = receivedMessage(event, view)
      if (message === undefined || !isFromLeader(message)) return undefined
      return message.term >= (states.get(event.node)?.term ?? 0) ? event.node : undefined
    }
    case 'send': {
      const message = sentMessage(event, view)
      const isVote = message?.type === 'RequestVoteReply' && message.voteGranted
      return isVote || message?.type === 'PreVote' ? event.node : undefined
    }
    default:
      return undefined
  }
}
