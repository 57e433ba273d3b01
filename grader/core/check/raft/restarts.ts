/** What a node knows of its vote when it comes up again. */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { raftState, sentMessage } from './raft-view.ts'

interface Vote {
  readonly term: number
  readonly candidate: NodeId
  readonly event: EventId
}

/**
 * Term and vote are one promise: "in this term I voted for that node". A node that comes up
 * in that term with another vote, or with none, did not keep the two together (Raft, Figure
 * 2, persistent state; section 5.2). It shows before anybody asks for a second vote.
 */
export const restartsWithItsVote: Claim = {
  id: 'restarts-with-its-vote',
  sentence: 'After a crash a node still knows whom it voted for in its term.',
  source: 'Raft, section 5.2 and Figure 2 (currentTerm and votedFor are persistent)',
  ask: 'In which order do term and vote reach the disk, and what is there between the two?',
  monitor() {
    const promised = new Map<NodeId, Vote>()
    const started = new Set<NodeId>()
    return {
      kinds: ['boot', 'observe', 'send'],
      onEvent(event, view) {
        if (event.kind === 'boot') started.add(event.node)
        const vote = voteIn(event, view)
        if (vote !== undefined) promised.set(vote.voter, { ...vote, event: event.id })
        if (event.kind !== 'observe' || !started.delete(event.node)) return undefined
        const state = raftState(view.node(event.node))
        const promise = promised.get(event.node)
        if (state === undefined || promise === undefined) return undefined
        const message = objection(promise, event.node, state)
        if (message === undefined) return undefined
        return { event: event.id, message, related: [promise.event], nodes: [event.node] }
      },
    }
  },
}

/** A vote is a granted RequestVoteReply, or a candidacy. */
function voteIn(event: TraceEvent, view: WorldView) {
  const message = sentMessage(event, view)
  if (message === undefined) return undefined
  const { type, term, from, to, voteGranted } = message
  if (type === 'RequestVote') return { voter: from, candidate: from, term }
  if (type !== 'RequestVoteReply' || !voteGranted) return undefined
  return { voter: from, candidate: to, term }
}

/** What is wrong with coming up with this vote after that promise, if anything. */
function objection(
  { term, candidate }: Vote,
  node: NodeId,
  state: { readonly term: number; readonly votedFor: NodeId | null },
): string | undefined {
  if (state.term !== term || state.votedFor === candidate) return undefined
  const knows = state.votedFor === null ? 'no vote' : `a vote for ${name(state.votedFor, node)}`
  return (
    `${node} voted for ${name(candidate, node)} in term ${term}, and after a crash it knows of ` +
    `${knows} in that term.`
  )
}

function name(candidate: NodeId, node: NodeId): string {
  return candidate === node ? 'itself' : candidate
}
