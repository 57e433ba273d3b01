/** How the claims about replicated data and about operations done exactly once are told. */

import { updateId } from '../../check/convergence/updates.ts'
import { printJson } from '../../json.ts'
import type { EventId, Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './blame.ts'
import { callBehind, idsOf, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** The watched field with what a reader sees, as the claims name it. */
const STATE = 'value'

/** Updates by what identifies them, and states by their value. */
function tellUpdate(event: TraceEvent, { scene }: Moment): string | undefined {
  switch (event.kind) {
    case 'observe':
      return STATE in event.fields
        ? `${event.node} shows ${printJson(event.fields[STATE] ?? null)}`
        : undefined
    case 'apply':
      return `${event.node} applies ${nameIn(event.value)}`
    case 'invoke':
      return `${event.client} asks ${event.node} for ${nameIn(event.body)}`
    case 'request':
      return `${event.node} takes ${nameOf(event.operation, scene)} of ${event.client}`
    case 'reply':
      return event.outcome === 'ok'
        ? `${event.node} answers ${event.client} that ${nameOf(event.operation, scene)} is done`
        : `${event.node} refuses ${nameOf(event.operation, scene)} of ${event.client}`
    case 'complete':
      if (event.outcome === 'info') return undefined
      return `${event.client} is told that ${nameOf(event.operation, scene)} is ${event.outcome === 'ok' ? 'done' : 'refused'}`
    default:
      return undefined
  }
}

/** The same, where the last step is that the nodes still differ. */
function tellDifference(event: TraceEvent, moment: Moment): string | undefined {
  if (event.id !== moment.violation.event) return tellUpdate(event, moment)
  return 'by now all nodes should show the same, and they do not'
}

function nameIn(json: string): string {
  return updateId(JSON.parse(json) as Json)
}

function nameOf(operation: OperationId, scene: Scene): string {
  const asked = scene.invocation(operation)
  return asked === undefined ? `operation ${operation}` : nameIn(asked.body)
}

/** In which order each of the two got its last updates. */
const differentStates: Wording = {
  tell: tellUpdate,
  witnesses: ({ event, nodes }, scene) =>
    nodes.flatMap((node) =>
      idsOf(scene.backwards(event, (one) => one.kind === 'apply' && one.node === node).slice(0, 2)),
    ),
}

/** What each node showed last, and what was lost on the way to it. */
const stillDifferent: Wording = {
  tell: tellDifference,
  witnesses: ({ event, nodes }, scene) => [
    ...newest(scene, event, ({ kind }) => kind === 'drop'),
    ...nodes.flatMap((node) => lastShown(event, node, scene)),
  ],
  culprit: nobody,
}

/** How the same operation came a second time. */
const again: Wording = {
  tell: tellUpdate,
  witnesses: ({ event, related }, scene) => [
    ...callBehind(event, scene),
    ...related.flatMap((id) => callBehind(id, scene)),
  ],
}

/** The answer, and what the node knew when it gave it. */
const wrongAnswer: Wording = {
  tell: tellUpdate,
  witnesses: ({ event, related }, scene) =>
    [...related, event].flatMap((id) => callBehind(id, scene)),
  culprit: ({ event, related: [answer] }, scene) => ({
    event: scene.event(event)?.kind === 'complete' ? (answer ?? event) : event,
  }),
}

export const convergence: Wordings = {
  'strong-convergence': differentStates,
  'converges-within': stillDifferent,
  'applies-at-most-once': again,
  'acknowledged-is-applied': wrongAnswer,
  'refused-is-never-applied': wrongAnswer,
}

function lastShown(to: EventId, node: NodeId, scene: Scene): readonly EventId[] {
  return newest(
    scene,
    to,
    (event) => event.kind === 'observe' && event.node === node && STATE in event.fields,
  )
}
