/** How the claims about replicated data and about operations done exactly once are told. */

import { printJson } from '../../json.ts'
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './blame.ts'
import { tellOperation } from './operations.ts'
import { tellRaft } from './raft-events.ts'
import { callBehind, idsOf, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** The watched fields with what a reader sees, as the claims name them: one value, or several. */
const STATES = ['value', 'values', 'shown', 'text']

/** Updates by what identifies them, and states by their value. */
export function tellUpdate(event: TraceEvent, moment: Moment): string | undefined {
  const state = event.kind === 'observe' ? stateIn(event) : undefined
  if (event.kind === 'observe' && state !== undefined) {
    return `${event.node} shows ${printJson(event.fields[state] ?? null)}`
  }
  return tellOperation(event, moment) ?? tellRaft(event, moment)
}

function stateIn({ fields }: TraceEvent & { readonly kind: 'observe' }): string | undefined {
  return STATES.find((state) => Object.hasOwn(fields, state))
}

/** The same, where the last step is that the nodes still differ. */
function tellDifference(event: TraceEvent, moment: Moment): string | undefined {
  if (event.id !== moment.violation.event) return tellUpdate(event, moment)
  return 'by now all nodes should show the same, and they do not'
}

/** In which order each of the two got its last updates, or what each showed last. */
const differentStates: Wording = {
  tell: tellUpdate,
  witnesses: ({ event, nodes }, scene) =>
    nodes.flatMap((node) => {
      const applied = scene.backwards(event, (one) => one.kind === 'apply' && one.node === node)
      return applied.length > 0 ? idsOf(applied.slice(0, 2)) : lastShown(event, node, scene)
    }),
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

/** Who took the request and gave the answer, and what made it do so. */
const wrongAnswer: Wording = {
  tell: tellUpdate,
  witnesses({ event, related }, scene) {
    const answered = [event, ...related].flatMap((id) => answerTo(id, scene))
    return answered.flatMap((answer) => [
      answer.id,
      ...newest(
        scene,
        answer.id,
        (one) => one.kind === 'request' && one.operation === answer.operation,
      ),
      ...callBehind(answer.id, scene),
    ])
  },
  culprit: ({ event, related }, scene) => {
    const [answer] = [event, ...related].flatMap((id) => answerTo(id, scene))
    return { event: answer?.id ?? event }
  },
}

type Answer = TraceEvent & { readonly kind: 'reply' }

/** The node's answer behind what a client was told. */
function answerTo(id: EventId, scene: Scene): readonly Answer[] {
  const told = scene.event(id)
  const answer = told?.kind === 'complete' ? scene.event(told.cause) : undefined
  return answer?.kind === 'reply' ? [answer] : []
}

/** What the node showed before, and what made it change. */
const valueGone: Wording = {
  tell: tellUpdate,
  witnesses: ({ event, nodes }, scene) => [
    ...callBehind(event, scene),
    ...nodes.flatMap((node) => lastShown(event - 1, node, scene)),
  ],
}

export const convergence: Wordings = {
  'no-value-lost': valueGone,
  'stays-overwritten': valueGone,
  'answers-fit-values': valueGone,
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
    (event) => event.kind === 'observe' && event.node === node && stateIn(event) !== undefined,
  )
}
