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
}

/** The parts of a Raft message that claims speak of. */
export interface RaftMessage {
  readonly type: string
  readonly term: number
  readonly voteGranted: boolean
}

/** The node's role and term, or undefined while it is down or shows neither. */
export function raftState(node: NodeView): RaftState | undefined {
  const role = node.fields.get('role')
  const term = node.fields.get('currentTerm')
  if (role !== 'follower' && role !== 'candidate' && role !== 'leader') return undefined
  return typeof term === 'number' ? { role, term } : undefined
}

/** The message, or undefined when it has no type and term. */
function raftMessage(content: Json): RaftMessage | undefined {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined
  const { type, term, voteGranted } = content as { readonly [key: string]: Json }
  if (typeof type !== 'string' || typeof term !== 'number') return undefined
  return { type, term, voteGranted: voteGranted === true }
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

/** How many nodes make a majority. */
export function majorityOf(nodes: readonly NodeId[]): number {
  return Math.floor(nodes.length / 2) + 1
}
