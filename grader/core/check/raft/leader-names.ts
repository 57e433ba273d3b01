/** Claims about `leaderId`: whom a node takes for the leader of its term. */
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { afterReceive } from './after-receive.ts'
import { isFromLeader, raftState, sentMessage } from './raft-view.ts'

/**
 * "When a client first starts up, it connects to a randomly-chosen server. … that server will
 * reject the client's request and supply information about the most recent leader it has heard
 * from" (Raft, section 8). A name of an older term sends clients in circles.
 */
export const namesOnlyLeaders: Claim = {
  id: 'names-only-leaders',
  sentence: 'The leader that a node names leads the present term of that node.',
  source: 'Raft, sections 5.1 and 8 (followers point clients to the leader)',
  ask: 'In which term did the node learn this name, and is it still in that term?',
  monitor() {
    const leaders = new Set<string>()
    return {
      kinds: ['observe'],
      onEvent(event, view) {
        const lead = leadIn(event, view)
        if (lead !== undefined) leaders.add(`${lead.node} ${lead.term}`)
        if (event.kind !== 'observe') return undefined
        const state = raftState(view.node(event.node))
        if (state === undefined || state.leaderId === null) return undefined
        const { leaderId, term } = state
        if (leaders.has(`${leaderId} ${term}`)) return undefined
        const name = leaderId === event.node ? 'itself' : leaderId
        return {
          event: event.id,
          message: `${event.node} names ${name} as the leader of term ${term}, which ${leaderId} does not lead.`,
          related: [],
          nodes: [...new Set([event.node, leaderId])].filter((node) => view.nodeIds.includes(node)),
        } satisfies Violation
      },
    }
  },
}

/** A heartbeat names its sender as the leader (Raft, Figure 2, AppendEntries RPC: leaderId). */
export const learnsOfLeader: Claim = {
  id: 'learns-of-leader',
  sentence: 'A node that hears from the leader of its term knows who leads.',
  source: 'Raft, Figure 2 (AppendEntries RPC: leaderId, so that followers can redirect clients)',
  ask: 'Where does a follower note who its leader is?',
  monitor: afterReceive(({ node, message }, after) => {
    if (message.type !== 'AppendEntries' || message.term !== after.term) return undefined
    if (after.leaderId === message.from) return undefined
    const named = after.leaderId === null ? 'names nobody' : `names ${after.leaderId}`
    return `${node} got a heartbeat from ${message.from}, the leader of its term ${after.term}, and ${named} as its leader.`
  }),
}

/**
 * A message built in one term and role and sent in another makes followers obey somebody who
 * leads nothing. A handler that sends and then steps down shows its new role first, so the
 * role before that handler counts too.
 */
export const onlyLeadersAppend: Claim = {
  id: 'only-leaders-append',
  sentence: 'Only the leader of a term sends heartbeats in it.',
  source: 'Raft, section 5.2 and Figure 2 (Rules for Servers, Leaders)',
  ask: 'Which timer or reply still acts for a leader that is one no more?',
  monitor() {
    const shown = new Map<NodeId, Shown>()
    return {
      kinds: ['crash', 'observe', 'send'],
      onEvent(event, view) {
        if (event.kind === 'crash') shown.delete(event.node)
        if (event.kind === 'observe') {
          const state = raftState(view.node(event.node))
          const before = shown.get(event.node)
          shown.set(event.node, {
            event: event.id,
            call: event.cause,
            term: state?.role === 'leader' ? state.term : undefined,
            termBefore: before?.term,
          })
          return undefined
        }
        const message = sentMessage(event, view)
        if (message === undefined || !isFromLeader(message)) return undefined
        const { type, from, to, term } = message
        const last = shown.get(from)
        if (last?.term === term) return undefined
        if (last?.call === event.cause && last.termBefore === term) return undefined
        const state = raftState(view.node(from))
        return {
          event: event.id,
          message: `${from} sends ${to} ${type} of term ${term}, but it is ${state === undefined ? 'no leader' : `a ${state.role} in term ${state.term}`}.`,
          related: last === undefined ? [] : [last.event],
          nodes: [...new Set([from, to])],
        } satisfies Violation
      },
    }
  },
}

/** The last look at a node. */
interface Shown {
  readonly event: EventId
  /** The handler call that it came from. */
  readonly call: EventId
  /** The term that the node led by then, and before that call. */
  readonly term: number | undefined
  readonly termBefore: number | undefined
}

/** Who shows by this event that it leads, and in which term. */
function leadIn(
  event: TraceEvent,
  view: WorldView,
): { readonly node: NodeId; readonly term: number } | undefined {
  if (event.kind !== 'observe') return undefined
  const state = raftState(view.node(event.node))
  return state?.role === 'leader' ? { node: event.node, term: state.term } : undefined
}
