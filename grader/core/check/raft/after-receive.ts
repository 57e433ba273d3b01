/** Claims about what a message must have changed once its handler has run, and how to make them. */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Monitor, Violation } from '../claim.ts'
import { type RaftMessage, type RaftState, raftState, receivedMessage } from './raft-view.ts'

interface Received {
  readonly event: EventId
  readonly node: NodeId
  readonly message: RaftMessage & { readonly from: NodeId }
  readonly before: RaftState
}

/**
 * Judges a node once its handler for a message is over. Watched fields are the first
 * thing that a handler shows, so the next event already tells.
 */
export function afterReceive(
  judge: (received: Received, after: RaftState) => string | undefined,
): () => Monitor {
  return () => {
    let pending: Received | undefined
    return {
      onEvent(event, view) {
        const received = pending
        pending = receivedAt(event, view)
        if (received === undefined || event.kind === 'crash' || event.kind === 'threw') {
          return undefined
        }
        const after = raftState(view.node(received.node))
        const message = after === undefined ? undefined : judge(received, after)
        if (message === undefined) return undefined
        return {
          event: event.id,
          message,
          related: [received.event],
          nodes: [...new Set([received.node, received.message.from])],
        } satisfies Violation
      },
    }
  }
}

function receivedAt(event: TraceEvent, view: WorldView): Received | undefined {
  const message = receivedMessage(event, view)
  if (message === undefined) return undefined
  const before = raftState(view.node(message.to))
  if (before === undefined) return undefined
  return { event: event.id, node: message.to, message, before }
}

/** "If RPC request or response contains term T > currentTerm: set currentTerm = T, convert to
 * follower" (Raft, Figure 2, Rules for Servers, All Servers). */
export const yieldsToNewerTerm: Claim = {
  id: 'yields-to-newer-term',
  sentence: 'A node that hears of a newer term takes it over and becomes a follower.',
  source: 'Raft, section 5.1 and Figure 2 (Rules for Servers)',
  ask: 'Which messages carry a term, and what happens first with each of them?',
  monitor: afterReceive(whyNotYielding),
}

/**
 * Where members change: "if a server receives a RequestVote RPC within the minimum election
 * timeout of hearing from a current leader, it does not update its term or grant its vote"
 * (Raft, section 6). It may, and it need not: who believes that there is a leader may be deaf
 * to candidates. How long it believes so is for other claims to say.
 */
export const yieldsUnlessLed: Claim = {
  id: 'yields-unless-led',
  sentence:
    'A node that hears of a newer term takes it over; one that has a leader may be deaf to candidates.',
  source: 'Raft, section 5.1, Figure 2 (Rules for Servers), and section 6 (disruptive servers)',
  ask: 'Which messages carry a term, and which of them may be disregarded, and when?',
  monitor: afterReceive((received, after) => {
    const { message, before } = received
    const isDeaf = message.type === 'RequestVote' && before.leaderId !== null
    if (isDeaf && after.term === before.term && after.role === before.role) return undefined
    return whyNotYielding(received, after)
  }),
}

function whyNotYielding({ node, message, before }: Received, after: RaftState): string | undefined {
  if (message.term <= before.term) return undefined
  const { type, from, term } = message
  const article = /^[AEIO]/.test(type) ? 'an' : 'a'
  const heard = `${node} heard of term ${term} in ${article} ${type} from ${from}`
  if (after.term < message.term) return `${heard} but stayed in term ${after.term}.`
  // Above the term that it heard of it may well stand: that is an election of its own.
  if (after.term > message.term) return undefined
  if (after.role === 'leader') return `${heard} but went on leading.`
  if (after.role === 'candidate') return `${heard} but stayed a candidate.`
  return undefined
}

/** "If AppendEntries RPC received from new leader: convert to follower" (Figure 2, Candidates). */
export const candidateYieldsToLeader: Claim = {
  id: 'candidate-yields-to-leader',
  sentence: 'A candidate that hears from the leader of its term follows it.',
  source: 'Raft, section 5.2 and Figure 2 (Rules for Servers, Candidates)',
  ask: 'What does a heartbeat of the same term tell a candidate about the election it is in?',
  monitor: afterReceive(({ node, message, before }, after) => {
    if (message.type !== 'AppendEntries' || before.role !== 'candidate') return undefined
    if (message.term !== before.term || after.role === 'follower') return undefined
    return (
      `${node}, a candidate in term ${before.term}, got a heartbeat from ${message.from}, ` +
      `the leader of that term, and is still a ${after.role}.`
    )
  }),
}
