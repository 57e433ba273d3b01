/** What the events of a Raft run are called: votes, terms, leaders and entries. */

import { raftState, receivedMessage, sentMessage } from '../../check/raft/raft-view.ts'
import { jsonFields, nameText } from '../../json.ts'
import type { Json, TraceEvent } from '../../trace/event.ts'
import type { NodeView, WorldView } from '../../trace/world-view.ts'
import type { Scene } from '../scene.ts'
import type { Moment } from './wording.ts'

/** A Raft event in Raft's words; undefined for one that is not about Raft. */
export function tellRaft(event: TraceEvent, { view, scene }: Moment): string | undefined {
  switch (event.kind) {
    case 'send':
      return tellSend(event, view)
    case 'receive':
      return tellReceive(event, view)
    case 'observe':
      return tellObserve(event, view, scene)
    case 'boot':
      return tellBoot(event, scene)
    case 'timer':
      return `${event.node}: its ${event.name} timer runs out`
    case 'phase':
      return event.at === 0
        ? 'the run begins: every node runs and every link works'
        : 'all faults are over: every node runs and every link works'
    default:
      return undefined
  }
}

function tellSend(
  event: TraceEvent & { readonly kind: 'send' },
  view: WorldView,
): string | undefined {
  const message = sentMessage(event, view)
  if (message === undefined) return undefined
  const { type, from, to, term } = message
  switch (type) {
    case 'RequestVote':
      return `${from}, candidate of term ${term}, asks ${to} for its vote`
    case 'RequestVoteReply':
      return message.voteGranted
        ? `${from} votes for ${to} in term ${term}`
        : `${from} refuses ${to} its vote in term ${term}`
    case 'PreVote':
      return `${from}, in term ${term}, asks ${to} whether it would vote for it`
    case 'PreVoteReply':
      return `${from} tells ${to} that it would ${message.voteGranted ? '' : 'not '}vote for it in term ${message.nextTerm}`
    case 'AppendEntries':
      return `${from}, as leader of term ${term}, sends ${loadOf(view.content(event.message))} to ${to}`
    case 'AppendEntriesReply':
      return `${from}, in term ${term}, tells ${to} that it ${acceptanceOf(view.content(event.message))}`
    case 'InstallSnapshot':
      return `${from}, as leader of term ${term}, sends a snapshot ${rangeOf(view.content(event.message))} to ${to}`
    case 'InstallSnapshotReply':
      return `${from}, in term ${term}, tells ${to} that it ${takenOver(view.content(event.message))}`
    default:
      return undefined
  }
}

function tellReceive(
  event: TraceEvent & { readonly kind: 'receive' },
  view: WorldView,
): string | undefined {
  const message = receivedMessage(event, view)
  if (message === undefined) return undefined
  const { type, from, to, term } = message
  switch (type) {
    case 'RequestVote':
      return `${to} is asked for its vote by ${from}, candidate of term ${term}`
    case 'RequestVoteReply':
      return message.voteGranted
        ? `${to} receives the vote of ${from} for term ${term}`
        : `${to} is refused the vote of ${from}, which is in term ${term}`
    case 'PreVote':
      return `${to} is asked by ${from}, in term ${term}, whether it would vote for it`
    case 'PreVoteReply':
      return `${to} hears that ${from} would ${message.voteGranted ? '' : 'not '}vote for it in term ${message.nextTerm}`
    case 'AppendEntries':
      return `${to} receives ${loadOf(view.content(event.message))} of ${from}, leader of term ${term}`
    case 'AppendEntriesReply':
      return `${to} hears from ${from}, in term ${term}, that it ${acceptanceOf(view.content(event.message))}`
    case 'InstallSnapshot':
      return `${to} receives a snapshot ${rangeOf(view.content(event.message))} of ${from}, leader of term ${term}`
    case 'InstallSnapshotReply':
      return `${to} hears from ${from}, in term ${term}, that it ${takenOver(view.content(event.message))}`
    default:
      return undefined
  }
}

/** An offer of an older term is answered with index 0. */
function takenOver(content: Json): string {
  const isNothing = jsonFields(content)?.lastIncludedIndex === 0
  return isNothing ? 'takes no snapshot over' : `has the snapshot ${rangeOf(content)}`
}

/** A heartbeat, or how many entries. */
function loadOf(content: Json): string {
  const entries = jsonFields(content)?.entries
  if (!Array.isArray(entries) || entries.length === 0) return 'a heartbeat'
  return entries.length === 1 ? 'one entry' : `${entries.length} entries`
}

/** Up to which entry a snapshot reaches. */
function rangeOf(content: Json): string {
  const index = jsonFields(content)?.lastIncludedIndex
  return typeof index === 'number' ? `up to index ${index}` : 'up to nobody knows where'
}

function acceptanceOf(content: Json): string {
  return jsonFields(content)?.success === true ? 'accepted' : 'refused'
}

function tellObserve(
  event: TraceEvent & { readonly kind: 'observe' },
  view: WorldView,
  scene: Scene,
): string | undefined {
  const { node, fields } = event
  const state = raftState(view.node(node))
  if (state === undefined) return undefined
  const { role, term } = state
  const vote = 'votedFor' in fields ? voteOf(view.node(node)) : ''
  const call = scene.callOf(event)
  if (call?.kind === 'boot' && scene.effectsOf(call).find(isObserve)?.id === event.id) {
    // What a node forgot is worth telling; that a new one knows nothing is not.
    return call.incarnation > 1
      ? `${node} comes up again as a ${role} in term ${term}${vote}`
      : `${node} comes up as a ${role} in term ${term}`
  }
  if ('role' in fields) {
    return role === 'follower'
      ? `${node} turns into a follower in term ${term}${vote}`
      : `${node} becomes ${role === 'leader' ? 'leader of' : 'a candidate in'} term ${term}`
  }
  if ('currentTerm' in fields) return `${node}, a ${role}, is now in term ${term}${vote}`
  return undefined
}

function isObserve({ kind }: TraceEvent): boolean {
  return kind === 'observe'
}

/** What the node shows of its vote, as a clause. */
function voteOf(node: NodeView): string {
  const vote = node.fields.get('votedFor')
  if (vote === undefined) return ''
  if (vote === null) return ', its vote not given'
  return `, its vote given to ${vote === node.id ? 'itself' : nameText(vote)}`
}

/** A restart is told by what the node still knows. */
function tellBoot(event: TraceEvent & { readonly kind: 'boot' }, scene: Scene): string | undefined {
  if (event.incarnation === 1) return undefined
  const shown = scene.effectsOf(event).find(({ kind }) => kind === 'observe')
  if (shown?.kind !== 'observe') return undefined
  const { currentTerm, votedFor } = shown.fields
  if (typeof currentTerm !== 'number') return undefined
  const vote =
    votedFor === undefined || votedFor === null ? 'no vote' : `a vote for ${nameText(votedFor)}`
  return `${event.node} starts again and knows of term ${currentTerm} and of ${vote}`
}
