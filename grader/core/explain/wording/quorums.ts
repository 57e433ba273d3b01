/** How the claims about stores of N, R and W and about quorum registers are told. */

import type { Violation } from '../../check/claim.ts'
import { copiesIn, printVersion, showsCopies } from '../../check/quorum/copies.ts'
import { printJson } from '../../json.ts'
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './blame.ts'
import { tellOperation } from './operations.ts'
import { callBehind, idsOf, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

function tell(event: TraceEvent, moment: Moment): string | undefined {
  if (event.kind === 'observe' && showsCopies(event.fields)) return tellCopies(event)
  return tellOperation(event, moment)
}

function tellCopies({ node, fields }: TraceEvent & { readonly kind: 'observe' }): string {
  const copies = [...copiesIn(fields.copies ?? null)].map(
    ([key, { value, version }]) =>
      `${key} = ${printJson(value)} (version ${printVersion(version)})`,
  )
  return copies.length === 0 ? `${node} keeps nothing` : `${node} keeps ${copies.join(' and ')}`
}

/** The same, where the last step is that something has not happened. */
const tellUntil =
  (missing: string) =>
  (event: TraceEvent, moment: Moment): string | undefined =>
    event.id === moment.violation.event ? missing : tell(event, moment)

/** What those who lack it keep, how they came to, and what was lost on the way to them. */
const lacking: Wording = {
  tell,
  witnesses: ({ event, nodes }, scene) => [
    ...nodes.flatMap((node) => lastShown(event, node, scene)),
    ...newest(scene, event, (one) => one.kind === 'crash' && nodes.includes(one.node)),
    ...callBehind(event, scene),
  ],
}

const stillLacking: Wording = {
  tell: tellUntil('by now all replicas should have it, and they have not'),
  witnesses: ({ event, nodes }, scene) => [
    ...nodes.flatMap((node) => lastShown(event, node, scene)),
    ...newest(scene, event, (one) => one.kind === 'drop' && nodes.includes(one.to)),
  ],
  culprit: nobody,
}

const hintsLeft: Wording = {
  tell: tellUntil('by now all hints should be handed over and forgotten'),
  witnesses: ({ event, nodes }, scene) =>
    nodes.flatMap((node) =>
      newest(scene, event, (one) => one.kind === 'send' && one.node === node),
    ),
  culprit: nobody,
}

/** Whom the coordinator asked, and what it heard last. */
const unanswered: Wording = {
  tell: tellUntil('by now there should be an answer, and there is none'),
  witnesses: ({ event, related: [asked = 0], nodes: [node] }, scene) => [
    ...newest(scene, event, (one) => one.kind === 'receive' && one.node === node && one.id > asked),
    ...newest(scene, event, (one) => one.kind === 'drop' && one.from === node && one.id > asked),
  ],
  culprit: nobody,
}

/** The refusal itself is to blame where there is one. */
const unserved: Wording = {
  ...unanswered,
  tell: (event, moment) =>
    event.id === moment.violation.event && event.kind !== 'reply'
      ? 'by now it should be carried out, and it is not'
      : tell(event, moment),
}

const byCall: Wording = {
  tell,
  witnesses: ({ event, related }, scene) => [
    ...callBehind(event, scene),
    ...related.flatMap((id) => callBehind(id, scene)),
  ],
}

/** What the clients were told, newest first. */
function answers({ event }: Violation, scene: Scene): readonly EventId[] {
  return idsOf(scene.backwards(event, ({ kind }) => kind === 'complete'))
}

export const quorums: Wordings = {
  'acknowledged-writes-stay': lacking,
  'one-version-per-write': byCall,
  'answers-in-time': unanswered,
  'available-with-quorum': unserved,
  'requests-succeed': { ...unanswered, tell },
  'shows-anomaly': { tell, isFaultless: true, witnesses: answers, culprit: nobody },
  'store-is-as-given': byCall,
  'messages-in-bounds': { ...byCall, isFaultless: true },
  'reads-repair': stillLacking,
  'reaches-all-replicas': stillLacking,
  'hints-are-forgotten': hintsLeft,
}

function lastShown(to: EventId, node: NodeId, scene: Scene): readonly EventId[] {
  return idsOf(
    scene
      .backwards(
        to,
        (one) => one.kind === 'observe' && one.node === node && showsCopies(one.fields),
      )
      .slice(0, 1),
  )
}
