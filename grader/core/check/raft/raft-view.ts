/**
 * Reads Raft's messages and watched fields out of a trace. What a learner's code shows
 * or sends may be anything; what does not fit is read as absent.
 */
import type { Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { NodeView, WorldView } from '../../trace/world-view.ts'

export type RaftRole = 'follower' | 'candidate' | 'leader'

/** What a node shows of its Raft state. */
export interface RaftState {
  readonly role: RaftRole
  readonly term: number
  readonly votedFor: NodeId | null
  readonly leaderId: NodeId | null
}

/** The parts of a Raft message that claims speak of. */
export interface RaftMessage {
  readonly type: string
  readonly term: number
  readonly voteGranted: boolean
  /** The term that a PreVoteReply speaks of. */
  readonly nextTerm: number | undefined
}

/** The node's role and term, or undefined while it is down or shows neither. */
export function raftState(node: NodeView): RaftState | undefined {
  const role = node.fields.get('role')
  const term = node.fields.get('currentTerm')
  if (role !== 'follower' && role !== 'candidate' && role !== 'leader') return undefined
  if (typeof term !== 'number') return undefined
  return { role, term, votedFor: nameIn(node, 'votedFor'), leaderId: nameIn(node, 'leaderId') }
}

function nameIn(node: NodeView, field: string): NodeId | null {
  const value = node.fields.get(field)
  return typeof value === 'string' ? value : null
}

/** The message, or undefined when it has no type and term. */
function raftMessage(content: Json): RaftMessage | undefined {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined
  const { type, term, voteGranted, nextTerm } = content as { readonly [key: string]: Json }
  if (typeof type !== 'string' || typeof term !== 'number') return undefined
  return {
    type,
    term,
    voteGranted: voteGranted === true,
    nextTerm: typeof nextTerm === 'number' ? nextTerm : undefined,
  }
}

/** The Raft message that this event sends, or undefined. */
export function sentMessage(
  event: TraceEvent,
  view: WorldView,
): (RaftMessage & { readonly from: NodeId; readonly to: NodeId }) | undefined {
  if (event.kind !== 'send') return undefined
  const message = raftMessage(view.content(event.message))
  return message === undefined ? undefined : { ...message, from: event.node, to: event.to }
}

/** The Raft message that this event hands to a node, or undefined. */
export function receivedMessage(
  event: TraceEvent,
  view: WorldView,
): (RaftMessage & { readonly from: NodeId; readonly to: NodeId }) | undefined {
  if (event.kind !== 'receive') return undefined
  const message = raftMessage(view.content(event.message))
  return message === undefined ? undefined : { ...message, from: event.from, to: event.node }
}

/** True for messages that only the leader of their term sends. */
export function isFromLeader({ type }: RaftMessage): boolean {
  return type === 'AppendEntries' || type === 'InstallSnapshot'
}

/** The end of a run that a throw, a bound or a verdict cut short: it says nothing of liveness. */
export function isCutShort(event: TraceEvent): boolean {
  return event.kind === 'end' && event.reason !== 'horizon' && event.reason !== 'idle'
}

/** How many nodes make a majority. */
export function majorityOf(nodes: readonly NodeId[]): number {
  return Math.floor(nodes.length / 2) + 1
}
