/** How the claims about copying, acknowledging and committing entries are told. */

import { RAFT_LOG_FIELDS } from '../../check/raft/raft-log-view.ts'
import { jsonFields } from '../../json.ts'
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { changeOf, nobody } from './blame.ts'
import { tellOperation } from './operations.ts'
import { tellLog } from './raft-logs.ts'
import { callBehind, idsOf, messageFields, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

function tell(event: TraceEvent, moment: Moment): string | undefined {
  return tellOperation(event, moment) ?? tellAnswer(event, moment) ?? tellLog(event, moment)
}

/** An acknowledgement, and up to where: that is what these claims are about. */
function tellAnswer(event: TraceEvent, { scene }: Moment): string | undefined {
  if (event.kind !== 'send' && event.kind !== 'receive') return undefined
  const { type, success, matchIndex, prevLogIndex } = messageFields(event.message, scene)
  if (type === 'AppendEntriesReply' && success === true && typeof matchIndex === 'number') {
    return event.kind === 'send'
      ? `${event.node} acknowledges up to index ${matchIndex} to ${event.to}`
      : `${event.node} hears that ${event.from} has all up to index ${matchIndex}`
  }
  if (type !== 'AppendEntries' || typeof prevLogIndex !== 'number') return undefined
  const { entries } = messageFields(event.message, scene)
  const count = Array.isArray(entries) ? entries.length : 0
  const what = count === 0 ? 'no entries' : range(prevLogIndex + 1, prevLogIndex + count)
  return event.kind === 'send'
    ? `${event.node} sends ${event.to} ${what}, after index ${prevLogIndex}`
    : `${event.node} receives ${what} of ${event.from}, after index ${prevLogIndex}`
}

function range(from: number, to: number): string {
  return from === to ? `the entry at index ${from}` : `the entries at ${from} to ${to}`
}

/** What had come when the log changed, and who had sent it. */
const changedLog: Wording = {
  tell,
  witnesses: ({ event }, scene) => callBehind(event, scene),
  culprit: changeOf(RAFT_LOG_FIELDS.log),
}

/** What the message had shown, and how the two logs had come to be. */
const answered: Wording = {
  tell,
  isFaultless: true,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

/** Whose votes made a leader of a node that lacks what a majority stored. */
const lostCopies: Wording = {
  tell,
  witnesses: ({ event, nodes: [leader] }, scene) =>
    idsOf(
      scene
        .backwards(event, (other) => isVoteFor(other, leader, scene))
        .slice(0, 2)
        .toReversed(),
    ),
  culprit: changeOf('role'),
}

/** What the follower had been told. */
const followed: Wording = {
  tell,
  witnesses: ({ event }, scene) => callBehind(event, scene),
  culprit: changeOf(RAFT_LOG_FIELDS.commitIndex),
}

/** Which answers it counted, and what it had written by then. */
const counted: Wording = {
  tell,
  isFaultless: true,
  witnesses: ({ event, nodes: [leader] }, scene) => [
    ...newest(scene, event, (other) => isOwnLog(other, leader)),
    ...callBehind(event, scene),
  ],
  culprit: changeOf(RAFT_LOG_FIELDS.commitIndex),
}

/** The crash, and what was on disk by then. */
const restarted: Wording = {
  tell,
  witnesses: ({ event, nodes: [node] }, scene) =>
    newest(scene, event, (other) => other.kind === 'crash' && other.node === node),
  culprit: nobody,
}

/** The request, and whom it came from. */
const asked: Wording = {
  tell,
  isFaultless: true,
  witnesses: ({ related }, scene) => related.flatMap((id) => callBehind(id, scene)),
  culprit: ({ related: [request] }) => (request === undefined ? undefined : { event: request }),
}

/** Where the command got to: the last that was sent and answered since. */
const unfinished = (missing: string): Wording => ({
  tell: (event, moment) => (event.id === moment.violation.event ? missing : tell(event, moment)),
  witnesses({ event, related: [from = 0], nodes: [leader] }, scene) {
    const refused = newest(scene, event, (other) => isAnswer(other, leader, false, scene))
    const accepted = newest(scene, event, (other) => isAnswer(other, leader, true, scene))
    return [...refused, ...accepted].filter((id) => id > from)
  },
  culprit: nobody,
})

/** What the two last were told, and what they made of it. */
const unequal: Wording = {
  tell: (event, moment) =>
    event.id === moment.violation.event ? 'by now the logs should be equal' : tell(event, moment),
  witnesses({ event, nodes }, scene) {
    return nodes.flatMap((node) =>
      newest(scene, event, (other) => isOwnLog(other, node) || isRefusalOf(other, node, scene)),
    )
  },
  culprit: nobody,
}

/** What made the leader send just this message. */
const costly: Wording = {
  tell,
  isFaultless: true,
  witnesses: ({ event, nodes: [from, to] }, scene) => [
    ...callBehind(event, scene),
    ...before(event, from, to, scene),
  ],
}

/** Wordings by claim; three are promises of progress, named by the labs. */
export const raftReplication: Wordings = {
  'entries-come-from-leaders': changedLog,
  'deletes-only-conflicts': changedLog,
  'acknowledges-what-it-holds': answered,
  'replicated-entries-survive': lostCopies,
  'commit-comes-from-leader': followed,
  'commit-is-durable': counted,
  'restarts-with-its-vote': restarted,
  'refuses-and-names-leader': asked,
  'leader-takes-commands': asked,
  'commands-reach-all-logs': unfinished('by now all logs should have it'),
  'commands-are-committed': unfinished('by now all nodes should take it for committed'),
  'majority-commits': unfinished('by now a majority should take it for committed'),
  'logs-become-equal': unequal,
  'traffic-in-bounds': costly,
  'entries-sent-seldom': costly,
  'finds-place-soon': costly,
  'resends-few': costly,
}

function isVoteFor(event: TraceEvent, candidate: NodeId | undefined, scene: Scene): boolean {
  if (event.kind !== 'send' || event.to !== candidate) return false
  const { type, voteGranted } = messageFields(event.message, scene)
  return type === 'RequestVoteReply' && voteGranted === true
}

function isOwnLog(event: TraceEvent, node: NodeId | undefined): boolean {
  return event.kind === 'observe' && event.node === node && RAFT_LOG_FIELDS.log in event.fields
}

/** An answer that this leader received. */
function isAnswer(
  event: TraceEvent,
  leader: NodeId | undefined,
  success: boolean,
  scene: Scene,
): boolean {
  if (event.kind !== 'receive' || event.node !== leader) return false
  const fields = messageFields(event.message, scene)
  return fields.type === 'AppendEntriesReply' && fields.success === success
}

function isRefusalOf(event: TraceEvent, node: NodeId, scene: Scene): boolean {
  if (event.kind !== 'send' || event.node !== node) return false
  const { type, success } = jsonFields(scene.content(event.message)) ?? {}
  return type === 'AppendEntriesReply' && success !== true
}

/** The message before this one on the same link, and what answered it. */
function before(
  event: EventId,
  from: NodeId | undefined,
  to: NodeId | undefined,
  scene: Scene,
): readonly EventId[] {
  return newest(
    scene,
    event - 1,
    (other) =>
      other.kind === 'send' &&
      other.node === from &&
      other.to === to &&
      messageFields(other.message, scene).type === 'AppendEntries',
  )
}
