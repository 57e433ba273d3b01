/** Claims about single votes (Raft, sections 5.1 and 5.2; Figure 2, RequestVote RPC). */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Monitor } from '../claim.ts'
import { type Electorate, everyNode, shownMembers } from './members.ts'
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
      kinds: ['send'],
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
      kinds: ['receive', 'send'],
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

/**
 * "If votedFor is null or candidateId … grant vote" (Raft, Figure 2, RequestVote RPC, rule 2), also
 * when asked again: the first answer may have been lost. Only while there is no log: later on,
 * the voter's log may be ahead of the candidate's.
 */
export const votesWhenFree: Claim = {
  id: 'votes-when-free',
  sentence: 'A node that has voted for nobody else in a term votes for whoever asks for its vote.',
  source: 'Raft, section 5.2 and Figure 2 (RequestVote RPC, rule 2)',
  ask: 'For whom is this node’s vote of this term kept, and what does the candidate know of it?',
  monitor() {
    let asked: { readonly event: EventId; readonly term: number; readonly vote: string } | undefined
    return {
      kinds: ['receive', 'send'],
      onEvent(event, view) {
        const request = receivedMessage(event, view)
        if (request?.type === 'RequestVote') {
          const own = raftState(view.node(request.to))
          const isNewer = own !== undefined && request.term > own.term
          const votedFor = isNewer ? null : own?.votedFor
          const isFree = votedFor === null || votedFor === request.from
          asked =
            own === undefined || request.term < own.term || !isFree
              ? undefined
              : { event: event.id, term: request.term, vote: votedFor ?? 'nobody' }
          return undefined
        }
        const reply = sentMessage(event, view)
        if (reply?.type !== 'RequestVoteReply' || reply.voteGranted) return undefined
        if (asked === undefined || event.cause !== asked.event) return undefined
        const { from, to } = reply
        return {
          event: event.id,
          message: `${from} had voted for ${asked.vote} in term ${asked.term}, and refused ${to} its vote.`,
          related: [asked.event],
          nodes: [...new Set([from, to])],
        }
      },
    }
  },
}

/** "currentTerm, for candidate to update itself" (Raft, Figure 2, results of both RPCs). */
export const answersInOwnTerm: Claim = {
  id: 'answers-in-own-term',
  sentence: 'An answer carries the term of the node that answers.',
  source: 'Raft, section 5.1 and Figure 2 (results of RequestVote and AppendEntries)',
  ask: 'From what else could the other node learn that its term is over?',
  monitor: () => ({
    kinds: ['send'],
    onEvent(event, view) {
      const reply = sentMessage(event, view)
      if (reply === undefined || !ANSWERS.includes(reply.type)) return undefined
      const { type, from, to, term } = reply
      const own = raftState(view.node(from))?.term
      if (own === undefined || own === term) return undefined
      return {
        event: event.id,
        message: `${from} answers ${to} by the ${type} of term ${term}, but is in term ${own}.`,
        related: [],
        nodes: [...new Set([from, to])],
      }
    },
  }),
}

const ANSWERS: readonly string[] = ['RequestVoteReply', 'PreVoteReply', 'AppendEntriesReply']

/** Votes count when they are received, each voter once, for the candidate's present term. */
export const leaderHasMajority: Claim = {
  id: 'leader-has-majority',
  sentence: 'A node leads only after a majority of the whole cluster voted for it in that term.',
  source: 'Raft, section 5.2',
  ask: 'Which different nodes had voted for it in this very term when it took the lead?',
  monitor: () => countVotes(everyNode),
}

/** The same where members change: the candidate counts by the latest members in its log. */
export const leaderHasMajorityOfMembers: Claim = {
  id: 'leader-has-majority-of-members',
  sentence: 'A node leads only after a majority of its members voted for it in that term.',
  source: 'Raft, section 5.2; Ongaro’s dissertation, section 4.1',
  ask: 'Who was a member as far as this node’s log says, and which of them had voted for it?',
  monitor: () => countVotes(shownMembers),
}

function countVotes(electorate: Electorate): Monitor {
  const voters = new Map<string, Set<NodeId>>()
  const led = new Set<string>()
  return {
    kinds: ['receive', 'observe'],
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
      const members = electorate(view.node(event.node), view)
      const inFavour = new Set(voters.get(key)).add(event.node)
      const count = members.filter((member) => inFavour.has(member)).length
      if (count >= majorityOf(members)) return undefined
      return {
        event: event.id,
        message:
          `${event.node} took the lead of term ${state.term} with ${count} of ${members.length} votes, ` +
          `its own included; a majority is ${majorityOf(members)}.`,
        related: [],
        nodes: [event.node],
      }
    },
  }
}
