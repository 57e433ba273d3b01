/** Claims about single votes (Raft, sections 5.1 and 5.2; Figure 2, RequestVote RPC). */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { majorityOf, raftState, receivedMessage, sentMessage } from './raft-view.ts'

/** A vote is what a node sends: a granted RequestVoteReply, or its own candidacy. */
export const oneVotePerTerm: Claim = {
  id: 'one-vote-per-term',
  sentence: 'A node votes for at most one candidate in a term, even if it crashes in between.',
  source: 'Raft, section 5.2 and Figure 2 (votedFor is persistent)',
  ask: 'What must be on disk before a vote may leave the node?',
  monitor() {
    const votes = new Map<string, { readonly candidate: NodeId; readonly event: EventId }>()
    return {
      onEvent(event, view) {
        const vote = voteIn(event, view)
        if (vote === undefined) return undefined
        const { voter, candidate, term } = vote
        const key = `${voter} ${term}`
        const first = votes.get(key)
        if (first === undefined) {
          votes.set(key, { candidate, event: event.id })
          return undefined
        }
        if (first.candidate === candidate) return undefined
        return {
          event: event.id,
          message: `${voter} voted for ${name(first.candidate, voter)} and for ${name(candidate, voter)} in term ${term}.`,
          related: [first.event],
          nodes: [...new Set([voter, first.candidate, candidate])],
        }
      },
    }
  },
}

function name(candidate: NodeId, voter: NodeId): string {
  return candidate === voter ? 'itself' : candidate
}

function voteIn(
  event: TraceEvent,
  view: WorldView,
): { readonly voter: NodeId; readonly candidate: NodeId; readonly term: number } | undefined {
  const message = sentMessage(event, view)
  if (message === undefined) return undefined
  const { type, term, from, to } = message
  if (type === 'RequestVote') return { voter: from, candidate: from, term }
  if (type !== 'RequestVoteReply' || !message.voteGranted) return undefined
  return { voter: from, candidate: to, term }
}

/** "Reply false if term < currentTerm" (Raft, Figure 2, RequestVote RPC, rule 1). */
export const noVoteForOldTerm: Claim = {
  id: 'no-vote-for-old-term',
  sentence: 'A node never votes for a candidate of an older term than its own.',
  source: 'Raft, Figure 2 (RequestVote RPC, rule 1)',
  ask: 'What does the candidate still believe that the voter knows to be over?',
  monitor() {
    let asked: { readonly event: EventId; readonly term: number; readonly own: number } | undefined
    return {
      onEvent(event, view) {
        const request = receivedMessage(event, view)
        if (request?.type === 'RequestVote') {
          const own = raftState(view.node(request.to))?.term ?? 0
          asked = { event: event.id, term: request.term, own }
          return undefined
        }
        const reply = sentMessage(event, view)
        if (reply?.type !== 'RequestVoteReply' || !reply.voteGranted) return undefined
        if (asked === undefined || event.cause !== asked.event || asked.term >= asked.own) {
          return undefined
        }
        return {
          event: event.id,
          message: `${reply.from}, in term ${asked.own}, voted for ${reply.to}, a candidate of term ${asked.term}.`,
          related: [asked.event],
          nodes: [...new Set([reply.from, reply.to])],
        }
      },
    }
  },
}

/** Votes count when they are received, each voter once, for the candidate's present term. */
export const leaderHasMajority: Claim = {
  id: 'leader-has-majority',
  sentence: 'A node leads only after a majority of the whole cluster voted for it in that term.',
  source: 'Raft, section 5.2',
  ask: 'Which different nodes had voted for it in this very term when it took the lead?',
  monitor({ nodes }) {
    const voters = new Map<string, Set<NodeId>>()
    const led = new Set<string>()
    return {
      onEvent(event, view) {
        const reply = receivedMessage(event, view)
        if (reply?.type === 'RequestVoteReply' && reply.voteGranted) {
          const key = `${reply.to} ${reply.term}`
          const known = voters.get(key) ?? new Set<NodeId>()
          voters.set(key, known.add(reply.from))
          return undefined
        }
        if (event.kind !== 'observe') return undefined
        const state = raftState(view.node(event.node))
        if (state?.role !== 'leader') return undefined
        const key = `${event.node} ${state.term}`
        if (led.has(key)) return undefined
        led.add(key)
        const count = new Set(voters.get(key)).add(event.node).size
        if (count >= majorityOf(nodes)) return undefined
        return {
          event: event.id,
          message:
            `${event.node} took the lead of term ${state.term} with ${count} of ${nodes.length} votes, ` +
            `its own included; a majority is ${majorityOf(nodes)}.`,
          related: [],
          nodes: [event.node],
        }
      },
    }
  },
}
