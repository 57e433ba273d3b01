/**
 * How the claims about consensus and atomic commitment are told (Lamport 2001; Bernstein et
 * al. 1987, chapter 7).
 */
import { PAXOS_FIELDS } from '../../check/agreement/paxos-view.ts'
import { jsonFields, printJson, printName } from '../../json.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { changeOf, nobody } from './blame.ts'
import { callBehind, idsOf, newest, writtenBefore } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** Ballots, values, votes and decisions by what they mean. */
function tellAgreement(event: TraceEvent, { view, scene }: Moment): string | undefined {
  switch (event.kind) {
    case 'observe':
      return tellShown(event)
    case 'apply':
      return tellDecision(event.node, JSON.parse(event.value) as Json)
    case 'send': {
      const what = carried(view.content(event.message))
      return what && `${event.node} sends ${what} to ${event.to}`
    }
    case 'receive': {
      const what = carried(view.content(event.message))
      return what && `${event.node} receives ${what} from ${event.from}`
    }
    case 'write':
      return `${event.node} writes ${event.key}, not yet synced`
    case 'request': {
      const asked = scene.invocation(event.operation)
      return asked && tellRequest(event.node, event.client, JSON.parse(asked.body) as Json)
    }
    default:
      return undefined
  }
}

/** The same, where the last step is that somebody still waits. */
function tellWaiting(event: TraceEvent, moment: Moment): string | undefined {
  const { violation } = moment
  if (event.id !== violation.event) return tellAgreement(event, moment)
  return `by now ${violation.nodes.join(' and ')} should have a decision, and has none`
}

function tellShown({
  node,
  fields,
}: TraceEvent & { readonly kind: 'observe' }): string | undefined {
  const { promised, accepted, decided } = PAXOS_FIELDS
  const changes = [
    ...(promised in fields ? [promiseText(fields[promised] ?? null)] : []),
    ...(accepted in fields ? [acceptanceText(fields[accepted] ?? null)] : []),
    ...(decided in fields ? [`decides ${printJson(fields[decided] ?? null)}`] : []),
  ]
  return changes.length === 0 ? undefined : `${node} ${changes.join(' and ')}`
}

function promiseText(ballot: Json): string {
  return ballot === null ? 'is bound by no promise' : `promises ballot ${printJson(ballot)}`
}

function acceptanceText(accepted: Json): string {
  const { ballot, value = null } = jsonFields(accepted) ?? {}
  if (ballot === undefined) return 'has accepted nothing'
  return `accepts ${printJson(value)} in ballot ${printJson(ballot)}`
}

function tellDecision(node: NodeId, value: Json): string {
  const { txn, outcome } = jsonFields(value) ?? {}
  if (txn === undefined) return `${node} decides ${printJson(value)}`
  return `${node} decides to ${printName(outcome ?? null)} ${printName(txn)}`
}

function tellRequest(node: NodeId, client: string, body: Json): string {
  const { txn, value } = jsonFields(body) ?? {}
  return txn === undefined
    ? `${node} is asked by ${client} to propose ${printJson(value ?? body)}`
    : `${node} begins ${printName(txn)} for ${client}`
}

/** `the vote yes on t1`, `Accept of ballot 3 with "a"`; undefined for a message without a type. */
function carried(content: Json): string | undefined {
  const { type, txn, vote, ballot, value } = jsonFields(content) ?? {}
  if (typeof type !== 'string') return undefined
  if (typeof vote === 'string' && txn !== undefined) return `the vote ${vote} on ${printName(txn)}`
  const parts = [
    ...(txn === undefined ? [] : [` of ${printName(txn)}`]),
    ...(ballot === undefined ? [] : [` of ballot ${printJson(ballot)}`]),
    ...(value === undefined ? [] : [` with ${printJson(value)}`]),
  ]
  return `${type}${parts.join('')}`
}

/** What the node was told when it did this, and what it had been through. */
const byMessage: Wording = {
  tell: tellAgreement,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

/** The same, blamed on the line that changed what the acceptor shows. */
const byAcceptor: Wording = { ...byMessage, culprit: changeOf(PAXOS_FIELDS.accepted) }

/** What it had told others before, and the start after which it no longer knew. */
const forgotten = (field: string): Wording => ({
  tell: tellAgreement,
  witnesses: ({ event, related: [first = 0], nodes: [node] }, scene) => [
    ...idsOf(
      scene.backwards(event, (one) => one.kind === 'crash' && one.node === node, first).slice(0, 1),
    ),
    ...newest(scene, event, (one) => one.kind === 'send' && one.node === node && one.id > first),
    ...callBehind(event, scene),
  ],
  culprit: changeOf(field),
})

/** Who had accepted what, as far as it goes. */
const tooFewAccepted: Wording = {
  tell: tellAgreement,
  witnesses: ({ event }, scene) => {
    const accepted = scene.backwards(
      event,
      (one) => one.kind === 'observe' && PAXOS_FIELDS.accepted in one.fields,
    )
    return [...idsOf(accepted.slice(0, 2)), ...callBehind(event, scene)]
  },
}

/** How the acceptors of the second majority came to accept. */
const twoChosen: Wording = {
  tell: tellAgreement,
  witnesses: ({ related }, scene) => related.flatMap((id) => callBehind(id, scene)),
  culprit: ({ related }) => ({ event: related.at(-1) ?? -1, field: PAXOS_FIELDS.accepted }),
}

/** The votes of the transaction, newest first. */
const againstVotes: Wording = {
  tell: tellAgreement,
  witnesses: ({ event }, scene) => [
    ...idsOf(votesBefore(event, scene).slice(0, 2)),
    ...callBehind(event, scene),
  ],
}

/** Who could have told it: the newest crash, and what was lost on the way to it. */
const stillWaiting: Wording = {
  tell: tellWaiting,
  witnesses: ({ event, nodes: [node] }, scene) => [
    ...newest(scene, event, ({ kind }) => kind === 'crash'),
    ...newest(scene, event, (one) => one.kind === 'drop' && one.to === node),
    ...newest(scene, event, (one) => one.kind === 'send' && one.node === node),
  ],
  culprit: nobody,
}

/** What had reached the disk when the answer left. */
const promise: Wording = { tell: tellAgreement, isFaultless: true, witnesses: writtenBefore }

export const agreement: Wordings = {
  'promises-are-kept': forgotten(PAXOS_FIELDS.promised),
  'accepts-only-what-it-may': byAcceptor,
  'acceptor-promises-are-durable': promise,
  'one-value-per-ballot': byAcceptor,
  'one-value-chosen': twoChosen,
  'decides-only-chosen': tooFewAccepted,
  'decisions-agree': byMessage,
  'decides-only-proposed': { ...byMessage, isFaultless: true },
  'decision-stays': forgotten(PAXOS_FIELDS.decided),
  'same-outcome': againstVotes,
  'no-reversal': forgotten(PAXOS_FIELDS.decided),
  'commits-only-unanimous': againstVotes,
  'commits-if-all-agree': { ...againstVotes, isFaultless: true },
  'decides-within': stillWaiting,
}

function votesBefore(to: EventId, scene: Scene): readonly TraceEvent[] {
  return scene.backwards(to, (event) => {
    if (event.kind !== 'send') return false
    return jsonFields(scene.content(event.message))?.vote !== undefined
  })
}
