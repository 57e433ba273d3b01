/** Bounded liveness of elections: within so much simulated time, there is a leader. */

import type { EventId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { majorityOf, raftState } from './raft-view.ts'

export interface LeaderWithin {
  readonly id: string
  readonly sentence: string
  readonly ask: string
  /** When the time starts to count: at the liveness phase, or at a moment of the run. */
  readonly after: 'liveness' | Micros
  /** What happened then, to end a sentence with: `the last fault ended`. */
  readonly since: string
  readonly withinMicros: Micros
  /** Who must follow the leader: every node, or a majority of the cluster. */
  readonly followers: 'all' | 'majority'
}

/**
 * Within `withinMicros` there is a leader that the wanted followers follow in its term.
 * Raft promises no more than this once messages arrive in time (section 5.6: broadcast
 * time well below the election timeout).
 */
export function leaderWithin(options: LeaderWithin): Claim {
  const { id, sentence, ask, withinMicros } = options
  return {
    id,
    sentence,
    source: 'Raft, sections 5.2 and 5.6',
    ask,
    monitor() {
      let start: { readonly at: Micros; readonly event: EventId } | undefined
      let elected = false
      return {
        onEvent(event, view) {
          if (elected) return undefined
          start ??= startsAt(event, options.after)
          if (start === undefined) return undefined
          const isLate = event.at > start.at + withinMicros || isOver(event)
          if (!isLate) {
            elected = changesRole(event) && followedLeader(view, options.followers) !== undefined
            return undefined
          }
          return {
            event: event.id,
            message: `${describeNodes(view)} ${seconds(event.at - start.at)} s after ${options.since}.`,
            related: [start.event],
            nodes: [...view.nodeIds],
          }
        },
      }
    },
  }
}

/** After that leader is found, nothing in a healthy network may depose it. */
export const leaderStays: Claim = {
  id: 'leader-stays',
  sentence: 'In a healthy network an elected leader stays: nobody starts a new term.',
  source: 'Raft, section 5.2 (heartbeats maintain authority)',
  ask: 'What keeps a follower from standing for election while its leader is well?',
  monitor() {
    let healthy = false
    let reign:
      | { readonly term: number; readonly leader: NodeId; readonly event: EventId }
      | undefined
    return {
      onEvent(event, view) {
        if (event.kind === 'phase') healthy = true
        if (!healthy || !changesRole(event)) return undefined
        const leader = followedLeader(view, 'all')
        if (reign === undefined) {
          if (leader !== undefined) reign = { ...leader, event: event.id }
          return undefined
        }
        const rebel = highestTerm(view)
        if (rebel.term <= reign.term) return undefined
        return {
          event: event.id,
          message:
            `${rebel.node} began term ${rebel.term} although ${reign.leader} led term ` +
            `${reign.term} and nothing was wrong.`,
          related: [reign.event],
          nodes: [...new Set([reign.leader, rebel.node])],
        }
      },
    }
  },
}

function startsAt(
  event: TraceEvent,
  after: 'liveness' | Micros,
): { readonly at: Micros; readonly event: EventId } | undefined {
  if (after === 'liveness') {
    return event.kind === 'phase' ? { at: event.at, event: event.id } : undefined
  }
  return event.at >= after ? { at: after, event: event.id } : undefined
}

/** The run had all its time. One that a throw or a bound cut short says nothing of liveness. */
function isOver(event: TraceEvent): boolean {
  return event.kind === 'end' && (event.reason === 'horizon' || event.reason === 'idle')
}

function changesRole(event: TraceEvent): boolean {
  return event.kind === 'observe' || event.kind === 'phase' || event.kind === 'crash'
}

/** The leader whose term the wanted followers share, if there is one. */
function followedLeader(
  view: WorldView,
  followers: 'all' | 'majority',
): { readonly leader: NodeId; readonly term: number } | undefined {
  const wanted = followers === 'all' ? view.nodeIds.length : majorityOf(view.nodeIds)
  for (const node of view.nodes()) {
    const state = raftState(node)
    if (state?.role !== 'leader') continue
    let following = 1
    for (const other of view.nodes()) {
      if (other.id === node.id) continue
      const otherState = raftState(other)
      if (otherState?.role === 'follower' && otherState.term === state.term) following++
    }
    if (following >= wanted) return { leader: node.id, term: state.term }
  }
  return undefined
}

function highestTerm(view: WorldView): { readonly node: NodeId; readonly term: number } {
  let highest = { node: '', term: -1 }
  for (const node of view.nodes()) {
    const term = raftState(node)?.term ?? -1
    if (term > highest.term) highest = { node: node.id, term }
  }
  return highest
}

function describeNodes(view: WorldView): string {
  const states = [...view.nodes()].map((node) => {
    const state = raftState(node)
    if (!node.isUp) return `${node.id} is down`
    return state === undefined
      ? `${node.id} shows no role`
      : `${node.id} is a ${state.role} in term ${state.term}`
  })
  return `There is no leader that the others follow: ${states.join(', ')},`
}
