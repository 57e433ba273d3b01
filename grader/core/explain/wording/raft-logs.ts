/** How the claims about Raft's logs are told (Raft, Figure 3 and sections 5.3 and 5.4). */

import { printCommand } from '../../check/command-words.ts'
import { entryOf, RAFT_LOG_FIELDS, raftLogView } from '../../check/raft/raft-log-view.ts'
import { jsonFields, printJson } from '../../json.ts'
import type { Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { NodeView } from '../../trace/world-view.ts'
import type { Scene } from '../scene.ts'
import { changeOf } from './blame.ts'
import { tellOperation } from './operations.ts'
import { tellRaft } from './raft-events.ts'
import { callBehind, idsOf, messageFields, newest, writtenBefore } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** An event of a replicated log: like any of Raft, and what became of entries. */
export function tellLog(event: TraceEvent, moment: Moment): string | undefined {
  switch (event.kind) {
    case 'observe':
      return tellChange(event, moment)
    case 'apply':
      return tellApply(event)
    case 'write':
      return `${event.node} writes ${event.key}, not yet synced`
    default:
      return tellRaft(event, moment)
  }
}

function tellChange(
  event: TraceEvent & { readonly kind: 'observe' },
  moment: Moment,
): string | undefined {
  const { node, fields } = event
  const shown = moment.view.node(node)
  const changes = [
    ...(RAFT_LOG_FIELDS.log in fields ? [endOf(shown)] : []),
    ...INDEXES.filter((name) => name in fields).map((name) => indexOf(shown, name)),
  ].join(', ')
  const role = tellRaft(event, moment)
  if (changes === '') return role
  return role === undefined ? `${node}: ${changes}` : `${role}; ${changes}`
}

const INDEXES = [RAFT_LOG_FIELDS.commitIndex, RAFT_LOG_FIELDS.lastApplied] as const

/** How far the log reaches and what its last entry is. */
function endOf(node: NodeView): string {
  const log = raftLogView(node, RAFT_LOG_FIELDS)
  if (typeof log === 'string') return 'its log cannot be read'
  const index = log.snapshotIndex + log.entries.length
  const last = log.entries.at(-1)
  const entry = last === undefined ? undefined : entryOf(last)
  if (index === 0) return 'its log is empty'
  if (entry === undefined) return `its log reaches index ${index}`
  return `its log ends with ${printCommand(entry.command)} of term ${entry.term} at index ${index}`
}

function indexOf(node: NodeView, field: string): string {
  return `${field} is ${printJson(node.fields.get(field) ?? 0)}`
}

function tellApply(event: TraceEvent & { readonly kind: 'apply' }): string {
  const value = JSON.parse(event.value) as Json
  const { index, command } = jsonFields(value) ?? {}
  return typeof index === 'number'
    ? `${event.node} applies ${printCommand(command ?? null)} at index ${index}`
    : `${event.node} applies ${printJson(value)}`
}

/** What was received when it broke, and who had sent it. */
const changedByMessage: Wording = {
  tell: tellLog,
  witnesses: ({ event }, scene) => callBehind(event, scene),
  culprit: changeOf(RAFT_LOG_FIELDS.log),
}

/** Whose votes made a leader of a node that lacks an entry. */
const incompleteLeader: Wording = {
  tell: tellLog,
  witnesses({ nodes }, scene) {
    const last = scene.trace.events.length - 1
    const votes = scene.backwards(
      last,
      (event) =>
        event.kind === 'send' &&
        nodes.includes(event.to) &&
        isVote(messageFields(event.message, scene)),
    )
    return idsOf(votes.slice(0, 2))
  },
  culprit: changeOf('role'),
}

/** Which acknowledgements the leader had counted. */
const committedTooEarly: Wording = {
  tell: tellLog,
  witnesses({ event, nodes: [leader] }, scene) {
    const copies = scene.backwards(event, (other) => isAcknowledgement(other, leader, scene))
    return idsOf(copies.slice(0, 2))
  },
  culprit: changeOf(RAFT_LOG_FIELDS.commitIndex),
}

/** Who led when each of the two took its entry for final. */
const disagreement = (field: string): Wording => ({
  tell: tellLog,
  witnesses: ({ event, nodes }, scene) => [
    ...callBehind(event, scene),
    ...newest(scene, event, (other) => isRestart(other, nodes)),
  ],
  culprit: changeOf(field),
})

/** The indexes that a node shows, before and after a start. */
const index = (field: string): Wording => ({
  tell: tellLog,
  witnesses: ({ event, nodes }, scene) => [
    ...newest(scene, event, (other) => isRestart(other, nodes)),
    ...callBehind(event, scene),
  ],
  culprit: changeOf(field),
})

/** What had reached the disk when the promise left. */
const promise: Wording = {
  tell: tellLog,
  isFaultless: true,
  witnesses: writtenBefore,
}

/** What the voter held when it was asked. */
const behindVote: Wording = {
  tell: tellLog,
  isFaultless: true,
  witnesses: ({ event, nodes }, scene) =>
    nodes.flatMap((node) =>
      newest(
        scene,
        event,
        (other) =>
          other.kind === 'observe' && other.node === node && RAFT_LOG_FIELDS.log in other.fields,
      ),
    ),
}

/** What was received or forgotten when the entry went. */
const lost: Wording = {
  tell: tellLog,
  witnesses: ({ event, nodes: [node] }, scene) => [
    ...callBehind(event, scene),
    ...newest(scene, event, (other) => other.kind === 'crash' && other.node === node),
  ],
  culprit: changeOf(RAFT_LOG_FIELDS.log),
}

/** The request that was one too many. */
const fullLog: Wording = {
  tell: (event, moment) => tellOperation(event, moment) ?? tellLog(event, moment),
  witnesses: ({ event }, scene) => callBehind(event, scene),
  culprit: changeOf(RAFT_LOG_FIELDS.log),
}

/** What the leader had heard of the follower. */
const snapshotSent: Wording = {
  tell: tellLog,
  isFaultless: true,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

export const raftLogs: Wordings = {
  'log-matching': changedByMessage,
  'leader-append-only': changedByMessage,
  'leader-completeness': incompleteLeader,
  'committed-entries-agree': disagreement(RAFT_LOG_FIELDS.commitIndex),
  'commit-has-majority': committedTooEarly,
  'commits-own-term': committedTooEarly,
  'state-machine-safety': disagreement(RAFT_LOG_FIELDS.lastApplied),
  'applies-in-order': index(RAFT_LOG_FIELDS.lastApplied),
  'applies-only-committed': index(RAFT_LOG_FIELDS.lastApplied),
  'commit-index-grows': index(RAFT_LOG_FIELDS.commitIndex),
  'last-applied-grows': index(RAFT_LOG_FIELDS.lastApplied),
  'indexes-in-order': index(RAFT_LOG_FIELDS.commitIndex),
  'well-formed-log': changedByMessage,
  'promises-are-durable': promise,
  'acknowledged-entries-stay': lost,
  'compacts-in-time': index(RAFT_LOG_FIELDS.lastApplied),
  'refuses-when-full': fullLog,
  'snapshots-sent-sparingly': snapshotSent,
  'snapshots-stay-small': snapshotSent,
  'votes-for-up-to-date-logs': behindVote,
}

function isVote({ type, voteGranted }: { readonly [name: string]: Json }): boolean {
  return type === 'RequestVoteReply' && voteGranted === true
}

function isAcknowledgement(event: TraceEvent, leader: NodeId | undefined, scene: Scene): boolean {
  if (event.kind !== 'receive' || event.node !== leader) return false
  const { type, success } = messageFields(event.message, scene)
  return type === 'AppendEntriesReply' && success === true
}

function isRestart(event: TraceEvent, nodes: readonly NodeId[]): boolean {
  return event.kind === 'boot' && event.incarnation > 1 && nodes.includes(event.node)
}
