/** Claims about pre-votes (Ongaro's dissertation, section 9.6). */
import type { EventId, Micros, NodeId } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim, Violation } from '../claim.ts'
import { afterReceive } from './after-receive.ts'
import { isFromLeader, majorityOf, raftState, receivedMessage, sentMessage } from './raft-view.ts'

/**
 * In the Pre-Vote algorithm "a candidate only increments its term if it first learns from a
 * majority of the cluster that they would be willing to grant the candidate their votes": it
 * is a question about the future, and an answer promises nothing.
 */
export const preVoteChangesNothing: Claim = {
  id: 'pre-vote-changes-nothing',
  sentence: 'A node that is asked for a pre-vote keeps its term, its vote and its role.',
  source: "Ongaro's dissertation, section 9.6",
  ask: 'What does a node promise by a pre-vote, and what by a vote?',
  monitor: afterReceive(({ node, message, before }, after) => {
    if (message.type !== 'PreVote') return undefined
    const asked = `${node} was asked for a pre-vote by ${message.from}`
    // A newer term is taken over from this message as from any other; nobody votes in it yet.
    const isNewer = message.term > before.term
    const term = Math.max(message.term, before.term)
    if (after.term > term)
      return `${asked} and went from term ${before.term} to term ${after.term}.`
    const vote = isNewer ? null : before.votedFor
    if (after.votedFor !== vote) {
      return `${asked} and changed its vote in term ${after.term} from ${vote ?? 'nobody'} to ${after.votedFor ?? 'nobody'}.`
    }
    if (isNewer) return undefined
    if (after.role !== before.role)
      return `${asked} and turned from ${before.role} to ${after.role}.`
    return undefined
  }),
}

/**
 * Pre-votes count when they are received, each voter once, for the term that was asked about.
 * Whom the leader told to stand needs none (TimeoutNow; dissertation, section 3.10).
 */
export const standsWithSupport: Claim = {
  id: 'stands-with-support',
  sentence: 'A node begins a new term only after a majority said that it would vote for it there.',
  source: "Ongaro's dissertation, section 9.6",
  ask: 'Which different nodes had answered this node, and about which term?',
  monitor({ nodes }) {
    const supporters = new Map<string, Set<NodeId>>()
    const highest = new Map<NodeId, number>()
    /** For each node the call in which it was told to stand at once. */
    const told = new Map<NodeId, EventId>()
    return {
      kinds: ['crash', 'receive', 'observe'],
      onEvent(event, view) {
        if (event.kind === 'crash') highest.delete(event.node)
        const message = receivedMessage(event, view)
        if (message?.type === 'TimeoutNow') told.set(message.to, event.id)
        if (message?.type === 'PreVoteReply' && message.voteGranted) {
          const key = `${message.to} ${message.nextTerm}`
          const known = supporters.get(key) ?? new Set<NodeId>()
          supporters.set(key, known.add(message.from))
        }
        if (event.kind !== 'observe') return undefined
        const { node } = event
        const state = raftState(view.node(node))
        if (state === undefined) return undefined
        const known = highest.get(node)
        highest.set(node, Math.max(known ?? 0, state.term))
        const begins = known !== undefined && state.role !== 'follower' && state.term > known
        if (!begins || told.get(node) === event.cause) return undefined
        const count = new Set(supporters.get(`${node} ${state.term}`)).add(node).size
        if (count >= majorityOf(nodes)) return undefined
        return {
          event: event.id,
          message:
            `${node} began term ${state.term} with the support of ${count} of ${nodes.length} ` +
            `nodes, its own included; a majority is ${majorityOf(nodes)}.`,
          related: [],
          nodes: [node],
        } satisfies Violation
      },
    }
  },
}

/**
 * "Servers reject a pre-vote if they have heard from a current leader within a minimum election
 * timeout" (dissertation, sections 4.2.3 and 9.6): else a node that was away, and hears nobody
 * yet, unseats a leader that everybody else follows. A leader hears itself.
 *
 * @param withinMicros less than the shortest election timeout, for clocks that run fast
 */
export function noPreVoteWhileLed(withinMicros: Micros): Claim {
  return {
    id: 'no-pre-vote-while-led',
    sentence: 'Who leads, or has heard from its leader a moment ago, supports no other node.',
    source: "Ongaro's dissertation, sections 4.2.3 and 9.6",
    ask: 'What does this node know of the present leader that the one who asks does not?',
    monitor() {
      const heard = new Map<
        NodeId,
        { readonly at: Micros; readonly event: EventId; readonly term: number }
      >()
      return {
        kinds: ['crash', 'receive', 'send'],
        onEvent(event, view) {
          if (event.kind === 'crash') heard.delete(event.node)
          const message = receivedMessage(event, view)
          if (message !== undefined && isFromLeader(message)) {
            heard.set(message.to, { at: event.at, event: event.id, term: message.term })
          }
          const reply = sentMessage(event, view)
          if (reply?.type !== 'PreVoteReply' || !reply.voteGranted) return undefined
          const { from, to } = reply
          const state = raftState(view.node(from))
          const said = `${from} tells ${to} that it would vote for it`
          if (state?.role === 'leader') {
            const message = `${said}, and leads term ${state.term} itself.`
            return { event: event.id, message, related: [], nodes: [...new Set([from, to])] }
          }
          const last = heard.get(from)
          if (last === undefined || last.term !== state?.term) return undefined
          if (event.at >= last.at + withinMicros) return undefined
          return {
            event: event.id,
            message: `${said}, ${seconds(event.at - last.at)} s after it heard from the leader of term ${last.term}.`,
            related: [last.event],
            nodes: [...new Set([from, to])],
          } satisfies Violation
        },
      }
    },
  }
}
