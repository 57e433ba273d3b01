/** How the claims about changing members, handing leadership over and cheap reads are told. */

import { entryMembers } from '../../check/raft/members.ts'
import { RAFT_LOG_FIELDS } from '../../check/raft/raft-log-view.ts'
import { jsonFields } from '../../json.ts'
import type { Json, TraceEvent } from '../../trace/event.ts'
import { changeOf, nobody } from './blame.ts'
import { tellOperation } from './operations.ts'
import { tellRaft } from './raft-events.ts'
import { callBehind, idsOf, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

function tell(event: TraceEvent, moment: Moment): string | undefined {
  if (event.kind === 'observe') return tellChange(event, moment)
  return tellOperation(event, moment) ?? tellRaft(event, moment)
}

/** What became of the members, where the event is about them. */
function tellChange(
  event: TraceEvent & { readonly kind: 'observe' },
  moment: Moment,
): string | undefined {
  const { node, fields } = event
  const { members, commitIndex } = fields
  const parts = [
    tellRaft(event, moment),
    ...(Array.isArray(members) ? [`${node} goes by the members ${members.join(', ')}`] : []),
    ...(typeof commitIndex === 'number' ? [`its commit index is ${commitIndex}`] : []),
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return undefined
  const text = parts.join('; ')
  return text.startsWith('its') ? `${node}: ${text}` : text
}

/** When the node took over members before, became leader, and learned of commits. */
function historyOfMembers(event: TraceEvent): boolean {
  if (event.kind !== 'observe') return false
  const { members, role, log } = event.fields
  return members !== undefined || role !== undefined || bringsMembers(log)
}

function bringsMembers(log: Json | undefined): boolean {
  return Array.isArray(log) && log.some((entry: Json) => entryMembers(entry) !== undefined)
}

const change: Wording = {
  tell,
  witnesses: ({ event, nodes: [node] }, scene) => [
    ...callBehind(event, scene),
    ...idsOf(
      scene
        .backwards(event - 1, (other) => historyOfMembers(other) && siteIs(other, node))
        .slice(0, 2),
    ),
  ],
  culprit: changeOf(RAFT_LOG_FIELDS.log),
}

const members: Wording = { ...change, culprit: changeOf('members') }

const answered: Wording = {
  ...change,
  culprit: ({ event }) => ({ event }),
}

const majority: Wording = {
  tell,
  witnesses: ({ event, nodes: [node] }, scene) => [
    ...callBehind(event, scene),
    ...newest(
      scene,
      event - 1,
      (other) =>
        other.kind === 'observe' && other.node === node && other.fields.members !== undefined,
    ),
    ...newest(
      scene,
      event - 1,
      (other) => other.kind === 'receive' && other.node === node && isVote(other.message, scene),
    ),
  ],
  culprit: changeOf('role'),
}

function isVote(message: number, scene: { content(message: number): Json }): boolean {
  const fields = jsonFields(scene.content(message))
  return fields?.type === 'RequestVoteReply' && fields.voteGranted === true
}

/** From the promise to the moment at which it was too late. */
const notHandedOver: Wording = {
  tell: (event, moment) =>
    event.id === moment.violation.event
      ? 'by now the chosen node should lead, and it does not'
      : tell(event, moment),
  isFaultless: true,
  witnesses: ({ event, related: [begun = 0], nodes: [, to] }, scene) =>
    idsOf(
      scene.backwards(
        event,
        (other) =>
          (other.kind === 'observe' && other.fields.role !== undefined) ||
          (other.kind === 'receive' && other.node === to && isTimeoutNow(other.message, scene)),
        begun + 1,
      ),
    ),
  culprit: nobody,
}

function isTimeoutNow(message: number, scene: { content(message: number): Json }): boolean {
  return jsonFields(scene.content(message))?.type === 'TimeoutNow'
}

const slowRead: Wording = {
  tell,
  isFaultless: true,
  witnesses: ({ event, nodes: [node] }, scene) =>
    newest(
      scene,
      event,
      (other) => other.kind === 'observe' && other.node === node && other.fields.role !== undefined,
    ),
  culprit: ({ event }) => ({ event }),
}

/** The longest message, and what made its sender send it. */
const wasteful: Wording = {
  tell: (event, moment) =>
    event.id === moment.violation.event
      ? 'by now more was sent than all this needs'
      : tell(event, moment),
  isFaultless: true,
  witnesses: ({ related }) => related,
  culprit: ({ related: [longest] }) => (longest === undefined ? undefined : { event: longest }),
}

function siteIs(event: TraceEvent, node: string | undefined): boolean {
  return event.kind === 'observe' && event.node === node
}

export const raftMembers: Wordings = {
  'one-change-at-a-time': change,
  'changes-one-member': change,
  'changes-after-own-commit': change,
  'change-is-done': answered,
  'removed-leader-steps-down': members,
  'members-follow-log': members,
  'leader-has-majority-of-members': majority,
  'commit-has-majority-of-members': { ...majority, culprit: changeOf('commitIndex') },
  'transfer-succeeds': notHandedOver,
  'reads-leave-the-log-alone': change,
  'leased-reads-are-local': slowRead,
  'bytes-in-bounds': wasteful,
}
