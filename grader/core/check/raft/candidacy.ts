/** Claims about how a node starts, and how it stands for election (Raft, section 5.2). */
import type { EventId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Monitor, Violation } from '../claim.ts'
import { raftState, sentMessage } from './raft-view.ts'

/** "When servers start up, they begin as followers" (Raft, section 5.2), after a crash as well. */
export const startsAsFollower: Claim = {
  id: 'starts-as-follower',
  sentence: 'A node that starts is a follower, whatever it was before a crash.',
  source: 'Raft, section 5.2 (when servers start up, they begin as followers)',
  ask: 'What may have happened in the cluster while the node was down?',
  monitor() {
    const starting = new Map<NodeId, EventId>()
    return {
      kinds: ['boot', 'observe'],
      onEvent(event, view) {
        if (event.kind === 'boot') starting.set(event.node, event.id)
        if (event.kind !== 'observe') return undefined
        const boot = starting.get(event.node)
        if (boot === undefined) return undefined
        starting.delete(event.node)
        const state = raftState(view.node(event.node))
        if (state === undefined || state.role === 'follower') return undefined
        return {
          event: event.id,
          message: `${event.node} started as a ${state.role} in term ${state.term}.`,
          related: [boot],
          nodes: [event.node],
        } satisfies Violation
      },
    }
  },
}

/** How long a candidate may take until it has asked everybody. */
const ASKING_MICROS_MAX = 100_000

interface Candidacy {
  readonly event: EventId
  readonly at: Micros
  readonly term: number
  readonly notAsked: Set<NodeId>
}

/**
 * "To begin an election, a follower increments its current term and transitions to candidate
 * state. It then … issues RequestVote RPCs in parallel to each of the other servers" (Raft,
 * section 5.2). The cluster must be fixed: a candidate asks the members that it knows of.
 */
export const asksEverybody: Claim = {
  id: 'asks-everybody',
  sentence: 'A candidate asks every other node for its vote, in the term that it stands in.',
  source: 'Raft, section 5.2 and Figure 2 (Rules for Servers, Candidates)',
  ask: 'Who can know that this node stands, and in which term?',
  monitor: askingMonitor,
}

function askingMonitor(): Monitor {
  const candidacies = new Map<NodeId, Candidacy>()
  return {
    onEvent(event, view) {
      for (const [node, { at }] of candidacies) {
        if (event.at > at + ASKING_MICROS_MAX) return leftOut(node, event)
      }
      if (event.kind === 'crash' || event.kind === 'pause') candidacies.delete(event.node)
      if (event.kind === 'observe') begins(event, view)
      const message = sentMessage(event, view)
      if (message?.type !== 'RequestVote') return undefined
      const state = raftState(view.node(message.from))
      if (state !== undefined && state.term !== message.term) {
        return {
          event: event.id,
          message: `${message.from} asks ${message.to} for its vote in term ${message.term}, but is in term ${state.term}.`,
          related: [],
          nodes: [...new Set([message.from, message.to])],
        }
      }
      const candidacy = candidacies.get(message.from)
      candidacy?.notAsked.delete(message.to)
      if (candidacy?.notAsked.size === 0) candidacies.delete(message.from)
      return undefined
    },
  }

  /** A node that shows a term as a candidate for the first time begins to stand. */
  function begins(event: TraceEvent & { readonly kind: 'observe' }, view: WorldView): void {
    const state = raftState(view.node(event.node))
    const known = candidacies.get(event.node)
    if (known !== undefined && state?.role === 'candidate' && state.term === known.term) return
    candidacies.delete(event.node)
    if (state?.role !== 'candidate') return
    if (!('role' in event.fields) && !('currentTerm' in event.fields)) return
    const notAsked = new Set(view.nodeIds.filter((node) => node !== event.node))
    if (notAsked.size === 0) return
    candidacies.set(event.node, { event: event.id, at: event.at, term: state.term, notAsked })
  }

  function leftOut(node: NodeId, event: TraceEvent): Violation | undefined {
    const candidacy = candidacies.get(node)
    if (candidacy === undefined) return undefined
    const { term, notAsked } = candidacy
    return {
      event: event.id,
      message: `${node} stands for election in term ${term} and has not asked ${[...notAsked].join(' and ')}.`,
      related: [candidacy.event],
      nodes: [node, ...notAsked],
    }
  }
}
