/** How the claims about replicated data types are told. */
import type { EventId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './blame.ts'
import { tellUpdate } from './convergence.ts'
import { callBehind, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** What the node showed before, and why it was called: the updates are named by the claim. */
const wrongValue: Wording = {
  tell: tellUpdate,
  witnesses: ({ event, nodes: [node] }, scene) => [
    ...callBehind(event, scene),
    ...newest(scene, event - 1, (one) => one.kind === 'observe' && one.node === node),
  ],
  culprit: ({ event }) => ({ event, field: 'state' }),
}

/** The last step is that something has not happened. */
const tellLack =
  (lack: string) =>
  (event: TraceEvent, moment: Moment): string | undefined =>
    event.id === moment.violation.event ? lack : tellUpdate(event, moment)

/** When the update was acknowledged, and what its node did afterwards. */
const lost: Wording = {
  tell: tellLack('by now every node should show what all updates make together, and one does not'),
  witnesses({ event, related }, scene) {
    const taken = related.flatMap((id) => scene.event(id) ?? [])
    const answers = taken.flatMap((update) =>
      update.kind === 'request' ? answerTo(update.operation, event, scene) : [],
    )
    return [...answers, ...newest(scene, event, ({ kind }) => kind === 'crash')]
  },
  culprit: nobody,
}

function answerTo(operation: number, to: EventId, scene: Scene): readonly EventId[] {
  return newest(scene, to, (one) => one.kind === 'reply' && one.operation === operation)
}

/** The request as it came, and the handler that left it. */
const notServed: Wording = {
  tell: tellUpdate,
  isFaultless: true,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

/** The laws are about functions: what the network did is beside the point. */
const brokenLaw: Wording = { ...notServed, culprit: nobody }

/** The last updates of the node whose state has grown. */
const tooLarge: Wording = {
  tell: tellUpdate,
  isFaultless: true,
  witnesses: ({ event, nodes: [node] }, scene) =>
    scene
      .backwards(event, (one) => one.kind === 'request' && one.node === node)
      .slice(0, 3)
      .map(({ id }) => id),
  culprit: ({ event }) => ({ event, field: 'state' }),
}

/** Why a node sends yet another message, or one like this. */
const storm: Wording = {
  tell: tellUpdate,
  isFaultless: true,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

export const replicas: Wordings = {
  'merge-laws': brokenLaw,
  'answers-at-once': notServed,
  'reads-what-it-shows': notServed,
  'gossip-in-bounds': storm,
  'messages-stay-small': storm,
  'quiet-when-equal': storm,
  'state-stays-small': tooLarge,
  'nothing-lost': lost,
  'counts-each-once': wrongValue,
  'nothing-from-nowhere': wrongValue,
  'additions-stay': wrongValue,
  'removed-for-good': wrongValue,
  'add-wins': wrongValue,
  'removes-what-it-saw': wrongValue,
  'shows-what-was-written': wrongValue,
  'replaces-what-it-saw': wrongValue,
  'keeps-siblings': wrongValue,
}
