/** Bounded liveness of elections: within so much simulated time, there is a leader. */

import type { EventId, Micros, NodeId, TraceEvent } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { NodeView, WorldView } from '../../trace/world-view.ts'
import type { Claim } from '../claim.ts'
import { shownMembers } from './members.ts'
import { majorityOf, raftState } from './raft-view.ts'

/** Every node, a majority of all nodes, or all members in the leader's own log. */
type Followers = 'all' | 'majority' | 'members'

/**
 * What makes a follower: to be in the leader's term, or to have heard from it there as well. One
 * that only voted may have its timer run out before the first heartbeat arrives.
 */
type Allegiance = 'vote' | 'heartbeat'

export interface LeaderWithin {
  readonly id: string
  readonly sentence: string
  readonly ask: string
  /** When the time starts to count: at the liveness phase, or at a moment of the run. */
  readonly after: 'liveness' | Micros
  /** What happened then, to end a sentence with: `the last fault ended`. */
  readonly since: string
  readonly withinMicros: Micros
  /** Who must follow the leader. */
  readonly followers: Followers
  /** `vote` where there are no heartbeats yet: to be in the leader's term is to follow it. */
  readonly by?: Allegiance
}

/**
 * Within `withinMicros` there is a leader that the wanted followers follow in its term.
 * Raft promises no more than this once messages arrive in time (section 5.6: broadcast
 * time well below the election timeout).
 */
export function leaderWithin(options: LeaderWithin): Claim {
  const { id, sentence, ask, withinMicros, followers, by = 'heartbeat' } = options
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
          const begins = start === undefined
          start ??= startsAt(event, options.after)
          if (start === undefined) return undefined
          const isLate = event.at > start.at + withinMicros || isOver(event)
          if (!isLate) {
            const mayChange = begins || changesRole(event) || changesLinks(event)
            elected = mayChange && followedLeader(view, { followers, by }) !== undefined
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

export interface LeaderStays {
  readonly id: string
  readonly sentence: string
  readonly ask: string
  /** From when on: the liveness phase, or a moment of the run at which there is a leader. */
  readonly after: 'liveness' | Micros
  /** Why nobody should have stood, to end a sentence with: `nothing was wrong`. */
  readonly though: string
  /** Who must follow a leader before it counts. */
  readonly followers: Followers
}

/**
 * Heartbeats that were sent while there were still faults may be lost or late: whose timer runs
 * out for want of them is not to blame. After so long each node has heard newer ones.
 */
const SETTLING_MICROS = 200_000

/** From a moment on the leader that is followed then is not deposed by anybody. */
export function leaderStaysAfter(options: LeaderStays): Claim {
  const { id, sentence, ask, after, though, followers } = options
  return {
    id,
    sentence,
    source: 'Raft, section 5.2 (heartbeats maintain authority)',
    ask,
    monitor() {
      let hasBegun = false
      let start: Micros | undefined
      let reign:
        | { readonly term: number; readonly leader: NodeId; readonly event: EventId }
        | undefined
      /** Who began the newest term, whether or not anybody listened. */
      let rebel:
        | { readonly node: NodeId; readonly term: number; readonly event: EventId }
        | undefined
      return {
        onEvent(event, view) {
          start ??= settledAt(event, after)
          const begins = !hasBegun && start !== undefined && event.at >= start
          hasBegun ||= begins
          if (!begins && (!hasBegun || !changesRole(event))) return undefined
          if (reign !== undefined && followers === 'members' && isLeaving(reign.leader, view)) {
            reign = undefined
          }
          if (reign === undefined) {
            const leader = followedLeader(view, { followers, by: 'heartbeat' })
            if (leader !== undefined) reign = { ...leader, event: event.id }
            return undefined
          }
          const highest = highestTerm(view, view.nodeIds)
          if (highest.term <= reign.term) return undefined
          if (highest.term > (rebel?.term ?? reign.term)) rebel = { ...highest, event: event.id }
          // Who is no member may try in vain: no member listens (Raft, section 6).
          const electorate =
            followers === 'members' ? shownMembers(view.node(reign.leader)) : view.nodeIds
          if (rebel === undefined || highestTerm(view, electorate).term <= reign.term) {
            return undefined
          }
          const began = rebel.event === event.id ? [] : [rebel.event]
          return {
            event: event.id,
            message: `${rebel.node} began term ${rebel.term} although ${reign.leader} led term ${reign.term} and ${though}.`,
            related: [reign.event, ...began],
            nodes: [...new Set([reign.leader, rebel.node])],
          }
        },
      }
    },
  }
}

/** In a healthy network nothing may depose a leader. */
export const leaderStays: Claim = leaderStaysAfter({
  id: 'leader-stays',
  sentence: 'In a healthy network an elected leader stays: nobody starts a new term.',
  ask: 'What keeps a follower from standing for election while its leader is well?',
  after: 'liveness',
  though: 'nothing was wrong',
  followers: 'all',
})

/**
 * The same where members change: those who were removed and those who never joined are no
 * reason for an election. They may stand for one in vain: that no member listens is how the paper
 * keeps them harmless (section 6), and pre-votes are another way. For scenarios in which nobody
 * hands leadership over once the network is healthy.
 */
export const leaderOfMembersStays: Claim = leaderStaysAfter({
  id: 'leader-of-members-stays',
  sentence: 'In a healthy network the leader of the members stays, whatever others try.',
  ask: 'What does a node do that was removed and does not know it, and who listens to it?',
  after: 'liveness',
  though: 'nothing was wrong',
  followers: 'members',
})

/** From when on a leader may expect to stay, once that is known. */
function settledAt(event: TraceEvent, after: 'liveness' | Micros): Micros | undefined {
  if (after !== 'liveness') return after
  return event.kind === 'phase' ? event.at + SETTLING_MICROS : undefined
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

function changesLinks(event: TraceEvent): boolean {
  return event.kind === 'cut' || event.kind === 'heal'
}

/** The leader whose term the wanted followers share and whom they can hear and answer. */
function followedLeader(
  view: WorldView,
  { followers, by }: { readonly followers: Followers; readonly by: Allegiance },
): { readonly leader: NodeId; readonly term: number } | undefined {
  for (const node of view.nodes()) {
    const state = raftState(node)
    if (state?.role !== 'leader') continue
    const lead = { leader: node.id, term: state.term }
    const electorate = followers === 'members' ? shownMembers(node) : view.nodeIds
    const following = electorate.filter(
      (id) => id === node.id || (follows(view.node(id), lead, by) && !isCut(view, id, node.id)),
    )
    const wanted = followers === 'majority' ? majorityOf(electorate) : electorate.length
    if (following.length > 0 && following.length >= wanted) return lead
  }
  return undefined
}

/** A leader that its own log has removed is about to step down, as it should. */
function isLeaving(leader: NodeId, view: WorldView): boolean {
  return !shownMembers(view.node(leader)).includes(leader)
}

function follows(
  node: NodeView,
  { leader, term }: { readonly leader: NodeId; readonly term: number },
  by: Allegiance,
): boolean {
  const state = raftState(node)
  if (state?.role !== 'follower' || state.term !== term) return false
  // Not every lab watches whom a node follows.
  return by === 'vote' || !node.fields.has('leaderId') || state.leaderId === leader
}

/** True while messages between the two are cut in one direction at least. */
function isCut(view: WorldView, a: NodeId, b: NodeId): boolean {
  for (const { links } of view.cuts.values()) {
    if (links.some(({ from, to }) => (from === a && to === b) || (from === b && to === a))) {
      return true
    }
  }
  return false
}

function highestTerm(
  view: WorldView,
  nodes: readonly NodeId[],
): { readonly node: NodeId; readonly term: number } {
  let highest = { node: '', term: -1 }
  for (const node of nodes) {
    const term = raftState(view.node(node))?.term ?? -1
    if (term > highest.term) highest = { node, term }
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
